package org.openhall.storage.internal.backup;

import org.openhall.storage.testing.TestStorage;

class TablesOnPostgresTest extends TablesContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
