package org.openhall.storage.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.storage.internal.Hashes;
import org.openhall.storage.internal.backup.TableShape.Column;
import org.openhall.storage.testing.TestStorage;

/** Backups that halls of other versions have made. */
class OtherVersionsTest {

    private static final TableShape ACTIVATION = new TableShape(
            "activation",
            List.of(
                    column("item", Kind.TEXT),
                    column("line", Kind.TEXT),
                    column("micro", Kind.NUMBER),
                    column("activated_at", Kind.TIME),
                    column("accepts_since", Kind.TIME)));

    private static final String KIOSK = "[\"kiosk\",\"1.0\",3,\"2026-11-20T00:00:00Z\",\"2026-11-20T00:00:00Z\"]";

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

    private static Column column(String name, Kind kind) {
        return new Column(name, kind, 0, false);
    }

    @Test
    void aBackupOfANewerHallIsRefused() throws Exception {
        seal(manifest("209901010001", List.of(), List.of()).json());

        assertThatThrownBy(() -> hall.restore(hall.inHome()))
                .isInstanceOf(RestoreRun.Refused.class)
                .hasMessageContaining("209901010001")
                .hasMessageContaining("newer");
        assertThat(hall.home).isEmptyDirectory();
    }

    @Test
    void aBackupOfAnotherFormatIsRefused() throws Exception {
        seal("{\"format\": 2, \"pages\": []}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> hall.restore(hall.inHome()))
                .isInstanceOf(BrokenBackup.class)
                .hasMessageContaining("format is 2");

        Files.delete(hall.file);
        seal("{\"format\": 1, \"pages\": []}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> hall.restore(hall.inHome()))
                .isInstanceOf(BrokenBackup.class)
                .hasMessageContaining("manifest");
        assertThat(hall.home).isEmptyDirectory();
    }

    @Test
    void aTableWhoseNameWouldBeSqlIsRefused() throws Exception {
        String sound = new String(
                manifest("202611210001", List.of(ACTIVATION), List.of()).json(), StandardCharsets.UTF_8);
        seal(sound.replace("\"activation\"", "\"activation; drop\"").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> hall.restore(hall.inHome()))
                .isInstanceOf(BrokenBackup.class)
                .hasMessageContaining("names that no hall has");
        assertThat(hall.home).isEmptyDirectory();
    }

    @Test
    void aBackupOfAnOlderHallIsRestoredAndMigrated() throws Exception {
        seal(manifest("202611210001", List.of(ACTIVATION), List.of(KIOSK)).json(), KIOSK);

        hall.restore(hall.inHome());

        try (TestStorage newer = TestStorage.at(hall.inHome())) {
            assertThat(newer.transactions()
                            .read(() -> newer.database()
                                    .handle()
                                    .createQuery("select item, micro, withdrawn from activation")
                                    .mapToMap()
                                    .one()))
                    .containsEntry("item", "kiosk")
                    .containsEntry("micro", 3)
                    .containsEntry("withdrawn", false);
        }
    }

    private static Manifest manifest(String schema, List<TableShape> tables, List<String> rows) throws IOException {
        List<Manifest.Part> parts = new ArrayList<>();
        for (String row : rows) {
            byte[] part = gzip(row);
            String sha256 = HexFormat.of().formatHex(Hashes.sha256().digest(part));
            parts.add(new Manifest.Part(name(), "activation", 1, part.length, sha256));
        }
        var origin = new Manifest.Origin("9.9.9", schema, "H2", "2026-11-20T00:00:00Z");
        return new Manifest(Manifest.FORMAT, origin, List.of(), tables, Map.of(), parts, List.of());
    }

    private static String name() {
        return "tables/activation/000001.jsonl.gz";
    }

    /** A backup of these rows and this manifest. */
    private void seal(byte[] manifest, String... rows) throws IOException {
        try (NewFile target = NewFile.at(hall.file)) {
            var tar = new TarOut(target.out(), Instant.EPOCH);
            for (String row : rows) {
                tar.file(name(), gzip(row));
            }
            String sha256 = tar.file(Manifest.NAME, manifest);
            tar.file(Manifest.SEAL, (sha256 + "  manifest.json\n").getBytes(StandardCharsets.US_ASCII));
            tar.end();
            target.keep();
        }
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
