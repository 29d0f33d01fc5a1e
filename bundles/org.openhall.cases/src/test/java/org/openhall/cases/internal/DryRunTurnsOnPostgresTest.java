package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class DryRunTurnsOnPostgresTest extends DryRunTurnsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
