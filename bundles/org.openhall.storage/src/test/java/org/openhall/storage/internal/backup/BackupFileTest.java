package org.openhall.storage.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.api.storage.Backups;
import org.openhall.api.storage.Backups.Lacking;
import org.openhall.api.storage.Backups.Made;
import org.openhall.api.storage.Backups.NotMade;
import org.openhall.api.storage.Backups.Reason;
import org.openhall.storage.testing.TestStorage;

/** The file that a backup is, and what becomes of it when something is in the way. */
class BackupFileTest {

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

    private Backups.Result make() {
        return hall.backups.make(hall.file, progress -> {});
    }

    @Test
    void onlyItsOwnerMayReadItAndTarKnowsIt() throws Exception {
        hall.kept.keep("plan");
        hall.made();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(hall.file)))
                .isEqualTo("rw-------");
        Process tar = new ProcessBuilder("tar", "-tf", hall.file.toString())
                .redirectErrorStream(true)
                .start();
        String listed = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tar.waitFor()).as(listed).isZero();
        assertThat(listed)
                .contains("tables/catalogue_turn/000001.jsonl.gz\n", "papers/")
                .contains("manifest.json\n", "manifest.json.sha256\n");
    }

    @Test
    void aFileIsNeverOverwritten() throws IOException {
        Files.writeString(hall.file, "somebody's");

        assertThat(make()).isEqualTo(new NotMade(Reason.EXISTS, ""));
        assertThat(hall.file).hasContent("somebody's");
    }

    @Test
    void aFolderThatIsNotThereIsNotMade() {
        Path nowhere = folder.resolve("nowhere");

        for (Path file : List.of(nowhere.resolve("a.tar"), Path.of("/"))) {
            assertThat(hall.backups.make(file, progress -> {}))
                    .isInstanceOfSatisfying(
                            NotMade.class, not -> assertThat(not.reason()).isEqualTo(Reason.FOLDER));
        }
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void nothingIsLeftOfABackupThatFails() throws IOException {
        hall.kept.whileNamed = () -> {
            throw new UncheckedIOException(new IOException("No space left on device"));
        };

        assertThat(make()).isEqualTo(new NotMade(Reason.DISK, "No space left on device"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(hall.home);
        }
        assertThat(hall.kept.held).isZero();
    }

    @Test
    void oneBackupIsMadeAtATime() {
        var second = new ArrayList<Backups.Result>();
        hall.kept.whileNamed = () -> second.add(hall.backups.make(folder.resolve("second.tar"), progress -> {}));
        hall.made();

        assertThat(second).containsExactly(new NotMade(Reason.RUNNING, ""));
    }

    @Test
    void aHallThatStopsEndsItsBackup() {
        hall.kept.keep("plan");
        hall.kept.whileNamed = () -> {
            CompletableFuture.runAsync(hall.backups::stop);
            BackedUpHall.pause(300);
        };

        assertThat(make()).isEqualTo(new NotMade(Reason.STOPPING, ""));
        assertThat(hall.file).doesNotExist();
    }

    @Test
    void filesThatAreMissingOrDamagedAreNotedAndTheRestComesBack() throws Exception {
        String sound = hall.kept.keep("sound");
        String damaged = hall.kept.keep("as it was");
        hall.kept.kept.put(damaged, "as it is".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 12; i++) {
            hall.kept.alsoNamed.add(String.format("%064x", i));
        }

        Made made = hall.made();
        Manifest restored = hall.restore(hall.inHome());

        assertThat(made.missing().count()).isEqualTo(12);
        assertThat(made.missing().some()).hasSize(10).allMatch(hall.kept.alsoNamed::contains);
        assertThat(made.damaged()).isEqualTo(new Lacking(1, List.of(damaged)));
        assertThat(restored.files()).singleElement().satisfies(set -> {
            assertThat(set.missing()).isEqualTo(12);
            assertThat(set.damaged()).isEqualTo(1);
        });
        assertThat(hall.restored.kept).containsOnlyKeys(sound);
    }
}
