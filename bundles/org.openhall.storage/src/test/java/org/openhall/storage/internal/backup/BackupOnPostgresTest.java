package org.openhall.storage.internal.backup;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.storage.internal.DatabaseAddress;
import org.openhall.storage.testing.TestStorage;

class BackupOnPostgresTest extends BackupContract {

    @TempDir
    Path another;

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }

    @Override
    DatabaseAddress alike() {
        return emptyPostgres();
    }

    @Override
    DatabaseAddress other() {
        return new DatabaseAddress("jdbc:h2:file:" + another.resolve("hall"), "sa", "", 8, 3_000);
    }
}
