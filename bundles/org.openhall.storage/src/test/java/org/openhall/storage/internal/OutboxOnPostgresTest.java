package org.openhall.storage.internal;

import org.openhall.storage.testing.TestStorage;

class OutboxOnPostgresTest extends OutboxContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
