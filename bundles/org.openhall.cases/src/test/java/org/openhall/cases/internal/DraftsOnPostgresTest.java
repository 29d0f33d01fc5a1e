package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class DraftsOnPostgresTest extends DraftsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
