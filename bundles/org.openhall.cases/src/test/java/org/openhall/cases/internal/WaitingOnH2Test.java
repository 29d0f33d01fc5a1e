package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class WaitingOnH2Test extends WaitingContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
