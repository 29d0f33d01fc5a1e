package org.openhall.storage.internal;

import org.openhall.storage.testing.TestStorage;

class OutboxOnH2Test extends OutboxContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
