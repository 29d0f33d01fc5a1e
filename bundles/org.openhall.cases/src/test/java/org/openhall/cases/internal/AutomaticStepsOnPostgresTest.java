package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class AutomaticStepsOnPostgresTest extends AutomaticStepsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
