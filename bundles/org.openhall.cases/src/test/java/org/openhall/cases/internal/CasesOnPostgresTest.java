package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class CasesOnPostgresTest extends CasesContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
