package org.openhall.storage.internal;

import org.openhall.storage.testing.TestStorage;

class RequestsOnPostgresTest extends RequestsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
