package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class CasesOnH2Test extends CasesContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
