package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class DraftMovesOnPostgresTest extends DraftMovesContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
