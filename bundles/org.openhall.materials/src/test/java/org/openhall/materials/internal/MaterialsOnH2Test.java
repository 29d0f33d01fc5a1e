package org.openhall.materials.internal;

import org.openhall.storage.testing.TestStorage;

class MaterialsOnH2Test extends MaterialsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
