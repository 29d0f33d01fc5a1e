package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.distribution.Terminal.Said;

/** A hall is backed up while people file, restored into an empty home, and serves there what was acknowledged. */
class BackupIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BEFORE = 5;

    private static final Set<String> UNTOUCHED =
            Set.of("account", "party", "hall_case", "task", "case_event", "material", "item_bundle_part");

    @TempDir
    Path directory;

    @Test
    void aHallOnH2ComesBack() throws IOException {
        comesBack(Hall.newHome("backed-up"), Hall.newHome("restored"));
    }

    @Test
    void aHallOnPostgresComesBackOnAnEmptyDatabase() throws IOException {
        try (Postgres serving = postgres();
                Postgres empty = postgres()) {
            comesBack(serving.newHome("backed-up-postgres"), empty.newHome("restored-postgres"));
        }
    }

    @Test
    void aHallMovesFromH2ToPostgres() throws IOException {
        try (Postgres empty = postgres()) {
            comesBack(Hall.newHome("moves"), empty.newHome("moved"));
        }
    }

    private static Postgres postgres() {
        return Postgres.fresh()
                .orElseGet(
                        () -> Assumptions.abort("no PostgreSQL on this machine (Debian: apt-get install postgresql)"));
    }

    /** What one hall says of itself. */
    private record View(Map<String, JsonNode> progress, Map<String, JsonNode> files) {}

    private void comesBack(Path home, Path another) throws IOException {
        Path file = directory.resolve("全部 2026.tar");
        List<Filer.Filed> before = new ArrayList<>();
        List<Filer.Filed> meanwhile;
        View view;
        Set<String> papers;
        try (Hall hall = Hall.on(home).awaitReady()) {
            Kiosk.version("1.0.0").enter(hall);
            Filer filer = new Filer(hall);
            for (int i = 0; i < BEFORE; i++) {
                before.add(filer.file("chenguang"));
            }
            filer.act(before.get(0), "wangmin", "accept").expect(200);
            view = view(filer, before);
            papers = papers(home);
            meanwhile = fileDuring(filer, () -> backUp(home, file));
            refusals(home, file);
        }
        assertThat(said(file, "restore", file.toString(), "--home", another.toString())
                        .succeeded()
                        .output())
                .contains("Restored ", " cases, ");
        assertThat(papers(another)).hasSizeGreaterThanOrEqualTo(BEFORE).containsAll(papers);
        sameBytes(home, another);
        try (Hall hall = Hall.on(another).awaitReady()) {
            Path again = directory.resolve("again.tar");
            backUp(another, again);
            assertThat(rows(again)).as("no demo fills a restored hall").isEqualTo(rows(file));
            assertThat(contents(again)).isEqualTo(contents(file));

            Files.copy(home.resolve("demo-accounts.json"), another.resolve("demo-accounts.json"));
            Filer filer = new Filer(hall);
            assertThat(view(filer, before)).isEqualTo(view);
            goesOn(hall, filer, before, meanwhile);
        }
        assertThat(said(file, "restore", file.toString(), "--home", another.toString()))
                .satisfies(said -> assertThat(said.status()).isEqualTo(1))
                .satisfies(said -> assertThat(said.errors()).contains("already").doesNotContain("\tat "));
    }

    /** Files without a pause until the backup is made and a little longer; every request must succeed. */
    private static List<Filer.Filed> fileDuring(Filer filer, Runnable backup) {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        List<CompletableFuture<List<Filer.Filed>>> clients = Stream.of("chenguang", "chenguang")
                .map(citizen -> CompletableFuture.supplyAsync(
                        () -> {
                            List<Filer.Filed> filed = new ArrayList<>();
                            while (goesOn.get()) {
                                filed.add(filer.file(citizen));
                            }
                            return filed;
                        },
                        work -> new Thread(work).start()))
                .toList();
        try {
            backup.run();
        } finally {
            goesOn.set(false);
        }
        return clients.stream().flatMap(client -> client.join().stream()).toList();
    }

    private void backUp(Path home, Path file) {
        Said said = said(file, "backup", file.getFileName().toString(), "--home", home.toString())
                .succeeded();
        assertThat(said.output()).contains(file + ": ", " cases, ", " files of ");
        assertThat(said.errors()).isEmpty();
    }

    private Said said(Path file, String... words) {
        return new Terminal(Path.of("/nowhere"), file.getParent()).hall(words);
    }

    private void refusals(Path home, Path file) throws IOException {
        String name = file.getFileName().toString();
        assertThat(said(file, "backup", name, "--home", home.toString()).errors())
                .contains(name + ": there is such a file already");
        assertThat(said(file, "restore", name, "--home", home.toString()).errors())
                .contains("a hall is already running on " + home);

        Path broken = Files.copy(file, directory.resolve("broken.tar"));
        try (var bytes = new RandomAccessFile(broken.toFile(), "rw")) {
            bytes.seek(Files.size(broken) / 2);
            int old = bytes.read();
            bytes.seek(Files.size(broken) / 2);
            bytes.write(old ^ 4);
        }
        Path nobody = Hall.newHome("never-restored");
        Said said = said(file, "restore", broken.toString(), "--home", nobody.toString());
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.errors()).contains("broken.tar is not restored");
        assertThat(nobody.resolve("data")).doesNotExist();
        assertThat(nobody.resolve("restore-unfinished")).doesNotExist();
    }

    private static View view(Filer filer, List<Filer.Filed> cases) {
        Map<String, JsonNode> progress = new TreeMap<>();
        Map<String, JsonNode> files = new TreeMap<>();
        for (Filer.Filed filed : cases) {
            progress.put(filed.number(), filer.progress(filed));
            files.put(
                    filed.number(),
                    filer.as("chenguang")
                            .get("/api/v1/cases/" + filed.number())
                            .expect(200)
                            .json());
        }
        return new View(progress, files);
    }

    private static Set<String> papers(Path home) {
        try (Stream<Path> all = Files.walk(home.resolve("materials"))) {
            return all.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f]{64}"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file of the restored home is what it was, byte for byte. */
    private static void sameBytes(Path home, Path another) throws IOException {
        for (String name : papers(another)) {
            String place = "materials/" + name.substring(0, 2) + "/" + name.substring(2, 4) + "/" + name;
            assertThat(Files.mismatch(home.resolve(place), another.resolve(place)))
                    .isEqualTo(-1);
        }
    }

    /** Rows by table, as the manifest of a backup says. */
    private static Map<String, Long> rows(Path backup) {
        Map<String, Long> rows = new TreeMap<>();
        manifest(backup)
                .path("parts")
                .forEach(part -> rows.merge(
                        part.path("table").asText(), part.path("rows").asLong(), Long::sum));
        assertThat(rows).containsKeys("account", "hall_case", "material");
        return rows;
    }

    /** SHA-256 of all parts of tables that no start of a hall writes to. */
    private static Map<String, String> contents(Path backup) {
        Map<String, String> contents = new TreeMap<>();
        manifest(backup).path("parts").forEach(part -> {
            if (UNTOUCHED.contains(part.path("table").asText())) {
                contents.put(part.path("name").asText(), part.path("sha256").asText());
            }
        });
        assertThat(contents).hasSizeGreaterThanOrEqualTo(UNTOUCHED.size());
        return contents;
    }

    private static JsonNode manifest(Path backup) {
        try {
            Process tar = new ProcessBuilder("tar", "-xOf", backup.toString(), "manifest.json").start();
            return JSON.readTree(tar.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Old cases are acted on, new ones get new numbers. */
    private static void goesOn(Hall hall, Filer filer, List<Filer.Filed> before, List<Filer.Filed> meanwhile) {
        assertThat(meanwhile).isNotEmpty();
        Filer.Filed old = before.get(0);
        filer.act(old, "qianjun", "approve").expect(200);
        filer.act(old, "zhouting", "complete").expect(200);
        assertThat(filer.progress(old).path("state").asText()).isEqualTo("completed");
        assertThat(hall.api()
                        .get("/api/v1/items/" + Kiosk.CODE)
                        .expect(200)
                        .json()
                        .path("version")
                        .asText())
                .isEqualTo("1.0.0");
        String next = filer.file("chenguang").number();
        assertThat(before).allMatch(filed -> filed.number().compareTo(next) < 0);
    }
}
