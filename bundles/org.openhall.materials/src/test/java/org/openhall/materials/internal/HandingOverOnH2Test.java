package org.openhall.materials.internal;

import org.openhall.storage.testing.TestStorage;

class HandingOverOnH2Test extends HandingOverContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
