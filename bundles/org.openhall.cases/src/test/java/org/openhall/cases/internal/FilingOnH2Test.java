package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class FilingOnH2Test extends FilingContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
