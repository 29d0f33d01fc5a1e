package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class DeskRecordOnPostgresTest extends DeskRecordContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
