package org.openhall.materials.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemDefinition.Need;
import org.openhall.api.materials.Materials.Stored;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.storage.testing.TestStorage;

class SweepTest {

    private static final MaterialSpec PLAN = new MaterialSpec("plan", Need.OPTIONAL, Map.of(), List.of("pdf"), 5, 1000);

    @TempDir
    Path directory;

    private TestStorage storage;
    private ByteStore store;
    private FileMaterials materials;
    private Sweep sweep;

    @BeforeEach
    void open() {
        storage = TestStorage.onH2();
        // The file system has a clock of its own.
        storage.clock().set(Instant.now());
        MaterialsDirectory place = new MaterialsDirectory(directory, 0);
        store = place.store();
        materials = new FileMaterials(storage.transactions(), storage.database(), place, storage.clock());
        sweep = new Sweep(storage.transactions(), storage.database(), store, storage.clock());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void bytesThatNothingNeedsGoAfterADay() throws IOException {
        StoredMaterial stored = upload(1);
        materials.remove(1, stored.id());

        age(stored, Duration.ofHours(23));
        assertThat(sweepAll()).isZero();
        age(stored, Duration.ofHours(25));
        assertThat(sweepAll()).isEqualTo(1);
        assertThat(materials.open(stored.sha256())).isEmpty();
    }

    @Test
    void bytesThatSomeDraftOrCaseNeedsStay() throws IOException {
        StoredMaterial first = upload(1);
        StoredMaterial same = upload(2);
        assertThat(same.sha256()).isEqualTo(first.sha256());
        materials.remove(1, first.id());
        storage.transactions().run(() -> {
            materials.handOver(2, 77);
        });

        age(first, Duration.ofDays(400));
        assertThat(sweepAll()).isZero();
        assertThat(materials.open(same.sha256())).isPresent();
    }

    @Test
    void bytesThatAreJustHandedInStayHoweverWrongTheClockIs() throws IOException {
        StoredMaterial stored = upload(1);
        materials.remove(1, stored.id());
        storage.clock().advance(Duration.ofDays(400));

        store.enters(stored.sha256());
        assertThat(sweepAll()).isZero();
        assertThat(materials.open(stored.sha256())).isPresent();
        store.entered(stored.sha256());
        assertThat(sweepAll()).isEqualTo(1);
    }

    @Test
    void theSameBytesHandedInAgainAreYoungAgain() throws IOException {
        StoredMaterial stored = upload(1);
        materials.remove(1, stored.id());
        age(stored, Duration.ofDays(3));
        upload(1);

        assertThat(Files.getLastModifiedTime(store.place(stored.sha256())).toInstant())
                .isAfter(Instant.now().minus(Duration.ofMinutes(5)));
        assertThat(sweepAll()).isZero();
    }

    @Test
    void whatAStoppedSweepHadPutAsideComesBackWhenItIsNeeded() throws IOException {
        StoredMaterial stored = upload(1);
        Files.move(store.place(stored.sha256()), store.leaving().resolve(stored.sha256()));

        sweepAll();
        assertThat(materials.open(stored.sha256())).isPresent();
    }

    @Test
    void uploadsThatBrokeOffGoAfterADay() throws IOException {
        Path half = Files.write(store.incoming().resolve("upload-1.part"), new byte[10]);
        sweepAll();
        assertThat(half).exists();

        Files.setLastModifiedTime(half, FileTime.from(storage.clock().instant().minus(Duration.ofHours(25))));
        sweepAll();
        assertThat(half).doesNotExist();
    }

    private StoredMaterial upload(long draft) {
        return ((Stored) materials.add(draft, PLAN, "a.pdf", new ByteArrayInputStream(Samples.pdf("same")))).material();
    }

    private void age(StoredMaterial stored, Duration age) throws IOException {
        Files.setLastModifiedTime(
                store.place(stored.sha256()),
                FileTime.from(storage.clock().instant().minus(age)));
    }

    private int sweepAll() throws IOException {
        int removed = 0;
        for (int i = 0; i < 256; i++) {
            removed += sweep.step();
        }
        return removed;
    }
}
