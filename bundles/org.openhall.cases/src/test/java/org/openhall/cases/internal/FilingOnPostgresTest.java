package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class FilingOnPostgresTest extends FilingContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
