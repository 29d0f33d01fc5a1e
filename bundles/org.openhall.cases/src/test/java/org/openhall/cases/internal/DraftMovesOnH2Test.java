package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class DraftMovesOnH2Test extends DraftMovesContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
