package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class DeskOnPostgresTest extends DeskContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
