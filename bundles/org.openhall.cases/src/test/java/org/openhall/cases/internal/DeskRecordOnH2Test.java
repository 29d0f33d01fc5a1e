package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class DeskRecordOnH2Test extends DeskRecordContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
