package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class DeskListsOnH2Test extends DeskListsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
