package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class DeskListsOnPostgresTest extends DeskListsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
