package org.openhall.storage.internal;

import org.openhall.storage.testing.TestStorage;

class TransactionsOnH2Test extends TransactionsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
