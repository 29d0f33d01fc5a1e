package org.openhall.storage.internal;

import org.openhall.storage.testing.LargeHall;
import org.openhall.storage.testing.TestStorage;

class PlansOnH2Test extends PlansContract {

    @Override
    LargeHall hall() {
        return LargeHall.onH2();
    }

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }
}
