package org.openhall.storage.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.storage.testing.TestStorage;

/** What a restore refuses, and what it leaves behind. */
class RestoreTest {

    @TempDir
    Path folder;

    private BackedUpHall hall;

    @BeforeEach
    void open() throws IOException {
        hall = new BackedUpHall(TestStorage.onH2(), folder);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void aBackupOfWhichOneByteIsAnotherIsRefusedBeforeAnythingIsTouched() throws Exception {
        hall.fill(3);
        hall.kept.keep("plan");
        hall.made();
        byte[] whole = Files.readAllBytes(hall.file);

        for (int at = 0; at < whole.length - 1_536; at += whole.length / 23) {
            byte[] broken = whole.clone();
            int place = meant(whole, at);
            broken[place] ^= 1;
            Files.write(hall.file, broken);
            assertThatThrownBy(() -> hall.restore(hall.inHome()))
                    .as("byte %d of %d", place, whole.length)
                    .isInstanceOf(BrokenBackup.class);
        }
        assertThat(hall.home).isEmptyDirectory();
        assertThat(hall.restored.kept).isEmpty();
        Files.write(hall.file, whole);
        hall.restore(hall.inHome());
    }

    /** Blocks are filled up with zeros that say nothing. */
    private static int meant(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] == 0) {
            at++;
        }
        return at;
    }

    @Test
    void aBackupThatBreaksOffIsRefused() throws Exception {
        hall.fill(3);
        hall.made();
        byte[] whole = Files.readAllBytes(hall.file);

        // the last file is the seal of the manifest, a block, with two empty ones behind
        for (int length : List.of(0, 100, 512, whole.length / 2, whole.length - 3 * 512 + 10)) {
            Files.write(hall.file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> hall.restore(hall.inHome()))
                    .as("%d bytes", length)
                    .isInstanceOf(BrokenBackup.class);
        }
        assertThat(hall.home).isEmptyDirectory();
    }

    @Test
    void whatIsNoBackupIsRefused() throws Exception {
        Files.writeString(hall.file, "no backup at all ".repeat(100));
        assertThatThrownBy(() -> hall.restore(hall.inHome())).isInstanceOf(BrokenBackup.class);
        Files.delete(hall.file);

        Files.writeString(folder.resolve("stranger"), "a tar, but of somebody else");
        Process tar =
                new ProcessBuilder("tar", "-cf", hall.file.toString(), "-C", folder.toString(), "stranger").start();
        assertThat(tar.waitFor()).isZero();
        assertThatThrownBy(() -> hall.restore(hall.inHome()))
                .isInstanceOf(BrokenBackup.class)
                .hasMessageContaining("stranger");
        assertThat(hall.home).isEmptyDirectory();
    }

    @Test
    void aLinkInATarIsRefused() throws Exception {
        Path tables = Files.createDirectories(folder.resolve("evil/tables/account"));
        Files.createSymbolicLink(tables.resolve("000001.jsonl.gz"), Path.of("/etc/passwd"));
        Process tar = new ProcessBuilder(
                        "tar",
                        "-cf",
                        hall.file.toString(),
                        "-C",
                        folder.resolve("evil").toString(),
                        "tables/account/000001.jsonl.gz")
                .start();
        assertThat(tar.waitFor()).isZero();

        assertThatThrownBy(() -> hall.restore(hall.inHome()))
                .isInstanceOf(BrokenBackup.class)
                .hasMessageContaining("something else");
    }

    @Test
    void filesThatAreThereAlreadyAreLeftAlone() throws Exception {
        hall.kept.keep("plan");
        hall.made();
        String somebodys = hall.restored.keep("somebody's");

        assertThatThrownBy(() -> hall.restore(hall.inHome()))
                .isInstanceOf(RestoreRun.Refused.class)
                .hasMessageContaining("papers");
        assertThat(hall.home).isEmptyDirectory();
        assertThat(hall.restored.kept).containsOnlyKeys(somebodys);
    }

    @Test
    void aRestoreThatBreaksOffLeavesAMarker() throws Exception {
        hall.kept.keep("plan");
        hall.made();

        assertThatThrownBy(() -> hall.restore(hall.inHome(), new FullDisk())).hasMessage("No space left on device");
        assertThat(hall.home.resolve(RestoreRun.MARKER)).exists();
    }
}
