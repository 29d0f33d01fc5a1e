package org.openhall.catalogue.internal.acts;

import org.openhall.storage.testing.TestStorage;

class GoingBackOnPostgresTest extends GoingBackTest {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
