package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class AutomaticStepsOnH2Test extends AutomaticStepsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
