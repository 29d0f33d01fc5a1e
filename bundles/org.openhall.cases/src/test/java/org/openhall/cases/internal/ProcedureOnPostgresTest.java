package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class ProcedureOnPostgresTest extends ProcedureContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
