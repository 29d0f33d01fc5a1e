package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class DryRunsOnH2Test extends DryRunsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
