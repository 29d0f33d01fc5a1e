package org.openhall.materials.internal;

import org.openhall.storage.testing.TestStorage;

class HandingOverOnPostgresTest extends HandingOverContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
