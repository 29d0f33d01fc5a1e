package org.openhall.cases.internal;

import java.util.Optional;
import org.openhall.storage.testing.TestStorage;

class OpenCasesOnPostgresTest extends OpenCasesContract {

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }

    @Override
    Optional<String> preferIndexes() {
        return Optional.of("set local enable_seqscan = off");
    }
}
