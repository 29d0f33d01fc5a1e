package org.openhall.cases.internal;

import java.util.Optional;
import org.openhall.storage.testing.TestStorage;

class OpenCasesOnH2Test extends OpenCasesContract {

    @Override
    TestStorage storage() {
        return TestStorage.onH2();
    }

    @Override
    Optional<String> preferIndexes() {
        return Optional.empty();
    }
}
