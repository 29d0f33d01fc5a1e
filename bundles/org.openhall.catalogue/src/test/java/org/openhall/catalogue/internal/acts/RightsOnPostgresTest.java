package org.openhall.catalogue.internal.acts;

import org.openhall.storage.testing.TestStorage;

class RightsOnPostgresTest extends RightsTest {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
