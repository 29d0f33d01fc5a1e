package org.openhall.catalogue.internal.acts;

import org.openhall.storage.testing.TestStorage;

class PlansOnPostgresTest extends PlansTest {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
