package org.openhall.storage.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.storage.internal.DatabaseAddress;
import org.openhall.storage.testing.PostgresSchema;
import org.openhall.storage.testing.TestStorage;

/** A hall of any size is backed up and restored with the memory that a hall has. */
class LargeBackupTest {

    @TempDir
    private Path folder;

    @Test
    void aLargeHallOnH2NeedsLittleMemory() throws Exception {
        needsLittleMemory(new DatabaseAddress("jdbc:h2:file:" + folder.resolve("hall"), "sa", "", 4, 3_000));
    }

    @Test
    void aLargeHallOnPostgresNeedsLittleMemory() throws Exception {
        PostgresSchema schema = TestStorage.emptySchema();
        try {
            needsLittleMemory(schema.address(4));
        } finally {
            schema.drop();
        }
    }

    private void needsLittleMemory(DatabaseAddress address) throws Exception {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx80m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeBackup.class.getName(),
                        folder.toString(),
                        address.url(),
                        address.user(),
                        String.valueOf(address.password()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(said)).contains("40000 150");
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
