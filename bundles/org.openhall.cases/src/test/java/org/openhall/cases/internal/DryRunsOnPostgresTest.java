package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class DryRunsOnPostgresTest extends DryRunsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
