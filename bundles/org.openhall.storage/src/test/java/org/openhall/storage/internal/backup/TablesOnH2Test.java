package org.openhall.storage.internal.backup;

import org.openhall.storage.testing.TestStorage;

class TablesOnH2Test extends TablesContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
