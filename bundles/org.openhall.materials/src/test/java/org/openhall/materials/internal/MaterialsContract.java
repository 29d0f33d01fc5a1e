package org.openhall.materials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhall.api.materials.Materials.Refused;
import org.openhall.api.materials.Materials.Stored;
import org.openhall.api.materials.Materials.Upload;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.storage.StorageUnavailable;

/** What applicants and the other bundles see of uploaded files, on every database. */
abstract class MaterialsContract extends MaterialsGround {

    @Test
    void aFileComesBackAsItWasSent() throws IOException {
        byte[] sent = Samples.pdf("plan");
        StoredMaterial stored = stored(1, sent);

        assertThat(stored.mediaType()).isEqualTo("application/pdf");
        assertThat(stored.fileName()).isEqualTo("plan.pdf");
        assertThat(stored.size()).isEqualTo(sent.length);
        assertThat(materials.ofDraft(1)).containsExactly(stored);
        try (InputStream in = materials.open(stored.sha256()).orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(sent);
        }
    }

    @Test
    void theTypeIsFoundInTheContentAndNotInTheName() {
        assertThat(add(1, "photo.pdf", Samples.jpg())).isEqualTo(new Refused("type", List.of("pdf, png")));
        assertThat(((Stored) add(1, "drawing.exe", Samples.png())).material().mediaType())
                .isEqualTo("image/png");
    }

    @Test
    void aFileThatIsTooLargeIsNotReadToItsEnd() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThat(materials.add(1, PLAN, "plan.pdf", endless)).isEqualTo(new Refused("too-large", List.of("1000 B")));
        assertThat(filesIn("incoming")).isEmpty();
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(add(1, "plan.pdf", new byte[0])).isEqualTo(new Refused("empty", List.of()));
    }

    @Test
    void aThirdFileIsRefusedWhereTwoAreAllowed() {
        stored(1, Samples.pdf("a"));
        StoredMaterial second = stored(1, Samples.pdf("b"));

        assertThat(add(1, "c.pdf", Samples.pdf("c"))).isEqualTo(new Refused("too-many", List.of("2")));
        assertThat(materials.remove(1, second.id())).isTrue();
        stored(1, Samples.pdf("c"));
    }

    @Test
    void aFileThatIsSentOnceMoreIsThereOnce() {
        StoredMaterial first = stored(1, Samples.pdf("a"));
        stored(1, Samples.pdf("b"));

        assertThat(add(1, "plan.pdf", Samples.pdf("a"))).isEqualTo(new Stored(first));
        assertThat(materials.ofDraft(1)).hasSize(2);
        assertThat(stored(2, Samples.pdf("a")).id()).as("of another draft").isNotEqualTo(first.id());
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsAnOutage() throws IOException {
        Path incoming = directory.resolve("incoming");
        Files.move(incoming, directory.resolve("away"));
        Files.write(incoming, new byte[] {1});

        assertThatThrownBy(() -> add(1, "plan.pdf", Samples.pdf("a"))).isInstanceOf(StorageUnavailable.class);
        assertThat(materials.ofDraft(1)).isEmpty();
    }

    @Test
    void uploadsAtTheSameTimeDoNotExceedTheNumberOfFiles() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Upload>> uploads = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                byte[] content = Samples.pdf("copy " + i);
                uploads.add(() -> add(1, "plan.pdf", content));
            }
            int kept = 0;
            for (Future<Upload> upload : threads.invokeAll(uploads)) {
                kept += upload.get() instanceof Stored ? 1 : 0;
            }
            assertThat(kept).isEqualTo(2);
            assertThat(materials.ofDraft(1)).hasSize(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFullDiskIsSaidAndKeepsNothing() throws IOException {
        assertThat(materials(Long.MAX_VALUE).add(1, PLAN, "plan.pdf", new ByteArrayInputStream(Samples.pdf(""))))
                .isEqualTo(new Refused("full", List.of()));
        assertThat(filesIn("incoming")).isEmpty();
    }

    @Test
    void aSenderThatGoesAwayLeavesNothing() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }
        };
        assertThatThrownBy(() -> materials.add(1, PLAN, "plan.pdf", broken)).isInstanceOf(UncheckedIOException.class);
        assertThat(filesIn("incoming")).isEmpty();
        assertThat(materials.ofDraft(1)).isEmpty();
    }

    @Test
    void onlyAHashOpensBytes() {
        assertThat(materials.open("../../etc/passwd")).isEmpty();
        assertThat(materials.open("0".repeat(64))).isEmpty();
    }

    private List<Path> filesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            return files.toList();
        }
    }
}
