package org.openhall.storage.internal.backup;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.storage.internal.DatabaseAddress;
import org.openhall.storage.testing.TestStorage;

class BackupOnH2Test extends BackupContract {

    @TempDir
    Path another;

    @Override
    TestStorage storage() {
        return TestStorage.at(address("serving"));
    }

    @Override
    DatabaseAddress alike() {
        return address("restored");
    }

    @Override
    DatabaseAddress other() {
        return emptyPostgres();
    }

    private DatabaseAddress address(String name) {
        return new DatabaseAddress("jdbc:h2:file:" + another.resolve(name), "sa", "", 8, 3_000);
    }
}
