package org.openhall.materials.internal;

import org.openhall.storage.testing.TestStorage;

class MaterialsOnPostgresTest extends MaterialsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
