package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class WaitingOnPostgresTest extends WaitingContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
