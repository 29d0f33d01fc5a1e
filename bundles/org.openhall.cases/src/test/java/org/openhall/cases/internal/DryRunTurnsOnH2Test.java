package org.openhall.cases.internal;

import org.openhall.storage.testing.TestStorage;

class DryRunTurnsOnH2Test extends DryRunTurnsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
