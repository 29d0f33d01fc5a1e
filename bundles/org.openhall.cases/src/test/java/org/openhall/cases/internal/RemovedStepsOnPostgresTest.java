package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class RemovedStepsOnPostgresTest extends RemovedStepsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
