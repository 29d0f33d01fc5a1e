package org.openhall.materials.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemDefinition.Need;
import org.openhall.api.materials.Materials.Stored;
import org.openhall.api.storage.BackedUpFiles;
import org.openhall.storage.Database;
import org.openhall.storage.testing.TestStorage;

/** What a backup gets of the materials, and what comes back. */
class MaterialBackupTest {

    private static final MaterialSpec PLAN = new MaterialSpec("plan", Need.OPTIONAL, Map.of(), List.of("pdf"), 5, 1000);

    @TempDir
    Path directory;

    @TempDir
    Path another;

    private TestStorage storage;
    private MaterialsDirectory place;
    private FileMaterials materials;
    private MaterialBackup backup;

    @BeforeEach
    void open() {
        storage = TestStorage.onH2();
        storage.clock().set(Instant.now());
        place = new MaterialsDirectory(directory, 0);
        materials = new FileMaterials(storage.transactions(), storage.database(), place, storage.clock());
        // unwatched: a backup reads all there is
        backup = new MaterialBackup((Database) storage.transactions(), place);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private String upload(long draft, String text) {
        var stored = (Stored) materials.add(draft, PLAN, "a.pdf", new ByteArrayInputStream(Samples.pdf(text)));
        return stored.material().sha256();
    }

    private List<String> names() {
        return storage.transactions().read(() -> {
            List<String> names = new ArrayList<>();
            backup.names(names::add);
            return names;
        });
    }

    @Test
    void theBytesOfManyUploadsAreNamedOnceAndComeBackInAnotherPlace() throws IOException {
        String same = upload(1, "same");
        upload(2, "same");
        String other = upload(3, "other");
        assertThat(names()).containsExactlyInAnyOrder(same, other);

        var restore = new MaterialRestore(new MaterialsDirectory(another, 0));
        assertThat(restore.empty()).isTrue();
        for (String name : names()) {
            BackedUpFiles.Content content = backup.open(name).orElseThrow();
            try (InputStream bytes = content.bytes()) {
                assertThat(restore.put(name, bytes)).isTrue();
            }
            String at = name.substring(0, 2) + "/" + name.substring(2, 4) + "/" + name;
            assertThat(another.resolve(at)).hasSize(content.size()).hasSameBinaryContentAs(directory.resolve(at));
        }
        assertThat(restore.empty()).isFalse();
    }

    @Test
    void bytesThatAreSomethingElseAreNotTakenBack() throws IOException {
        var restore = new MaterialRestore(new MaterialsDirectory(another, 0));

        assertThat(restore.put("0".repeat(64), new ByteArrayInputStream(new byte[] {1})))
                .isFalse();
        assertThat(restore.empty()).isTrue();
        assertThat(another.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void whatTheSweepOfAnotherNodeHasPutAsideIsFoundAndWhatIsGoneIsNot() throws IOException {
        String name = upload(1, "aside");
        Files.move(place.store().place(name), place.store().leaving().resolve(name));

        BackedUpFiles.Content content = backup.open(name).orElseThrow();
        assertThat(content.bytes().readAllBytes()).isEqualTo(Samples.pdf("aside"));
        content.bytes().close();
        assertThat(backup.open("0".repeat(64))).isEmpty();
    }

    @Test
    void nothingIsSweptWhileItIsCopied() throws IOException {
        String name = upload(1, "gone soon");
        storage.transactions().run(() -> materials.discard(1));
        Files.setLastModifiedTime(
                place.store().place(name),
                FileTime.from(storage.clock().instant().minus(Duration.ofDays(2))));
        var sweeper = new Sweeper(storage.transactions(), storage.database(), place, storage.clock());
        try {
            BackedUpFiles.Hold hold = backup.hold();
            sweepAll(sweeper);
            assertThat(backup.open(name)).isPresent().hasValueSatisfying(MaterialBackupTest::close);
            hold.close();
            sweepAll(sweeper);
            assertThat(backup.open(name)).isEmpty();
        } finally {
            sweeper.stop();
        }
    }

    private static void close(BackedUpFiles.Content content) {
        try {
            content.bytes().close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void sweepAll(Sweeper sweeper) {
        for (int folder = 0; folder < 256; folder++) {
            sweeper.step();
        }
    }
}
