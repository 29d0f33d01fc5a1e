package org.openhall.storage.internal;

import org.openhall.storage.testing.TestStorage;

class TransactionsOnPostgresTest extends TransactionsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
