package org.openhall.catalogue.internal.acts;

import org.openhall.storage.testing.TestStorage;

class PointersOnPostgresTest extends PointersTest {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
