package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class DeskOnH2Test extends DeskContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
