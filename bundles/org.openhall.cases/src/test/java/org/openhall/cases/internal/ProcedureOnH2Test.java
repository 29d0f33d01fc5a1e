package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class ProcedureOnH2Test extends ProcedureContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
