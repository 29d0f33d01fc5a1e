package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class RemovedStepsOnH2Test extends RemovedStepsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
