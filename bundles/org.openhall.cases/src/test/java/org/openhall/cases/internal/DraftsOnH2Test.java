package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class DraftsOnH2Test extends DraftsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
