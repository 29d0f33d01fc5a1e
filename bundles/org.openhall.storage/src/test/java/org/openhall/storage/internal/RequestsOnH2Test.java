package org.openhall.storage.internal;

import org.openhall.storage.testing.TestStorage;

class RequestsOnH2Test extends RequestsContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
