package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhall.bench.crash.Crashes;
import org.openhall.bench.crash.Round;

/** The disk is full, or may not be written, while people file and act on H2; that it goes on within a minute is what {@link Crashes#endure} looks at. */
class DiskFaultsIT {

    private static final int PEOPLE = 6;
    private static final int LOAD_MILLIS = 2_000;

    /** Root may write everywhere as long as it has these. */
    private static final List<String> AS_NOBODY_SPECIAL = "root".equals(System.getProperty("user.name"))
            ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all")
            : List.of();

    @Test
    void aDiskThatCannotBeWrittenIsSaidAndOverWhenItIsMended() {
        try (Crashes people = Crashes.onH2(PEOPLE, LOAD_MILLIS, 5)) {
            people.open(Hall.within(AS_NOBODY_SPECIAL, Map.of(), people.home()));

            LiveHeap heap = LiveHeap.of(people.hall());
            full(people);
            materialsNotWritable(people);

            heap.assertLessThanMore(40);
            assertThat(people.finish().examples()).isEmpty();
        }
    }

    /** Every write fails, as on a full disk: uploads and commits. */
    private static void full(Crashes people) {
        Round round;
        try (Probe probe = Probe.of(people.hall())) {
            round = people.endure(1, () -> largestFile(people.hall(), "1"), 4_000, () -> {
                probe.awaitReason("the database's file cannot be written");
                largestFile(people.hall(), "unlimited");
            });
            probe.fair();
        }
        assertThat(round.refusals()).as("%s", round).isPositive();
    }

    private static void materialsNotWritable(Crashes people) {
        Path materials = people.home().resolve("materials");
        Round round;
        try (Probe probe = Probe.of(people.hall())) {
            round = people.endure(2, () -> allow(materials, "r-xr-xr-x"), 3_000, () -> {
                probe.awaitReason("materials cannot be written");
                allow(materials, "rwxr-xr-x");
            });
            probe.fair();
        }
        assertThat(round.refusals()).as("%s", round).isPositive();
    }

    @Test
    void aHallWhoseDatabaseMayOnlyBeReadStaysClosedUntilItIsMended() {
        Path home = Hall.newHome("readonly");
        try (Hall hall = Hall.on(home, "--empty").awaitReady()) {
            hall.stop();
        }
        Path data = home.resolve("data");
        allow(data, "r-xr-xr-x");
        setReadable(data.resolve("hall.mv.db"), "r--r--r--");
        try (Hall hall = Hall.within(AS_NOBODY_SPECIAL, Map.of(), home, "--empty")) {
            Hall.await("the log to say why", () -> hall.consoleText().contains("The database does not open"));
            assertThat(hall.api().get("/ready").expect(503).text()).contains("the database does not open");

            allow(data, "rwxr-xr-x");
            setReadable(data.resolve("hall.mv.db"), "rw-r--r--");

            hall.awaitReady();
            assertThat(hall.api().get("/items").status()).isEqualTo(200);
        }
    }

    private static void largestFile(Hall hall, String bytes) {
        try {
            Process process = new ProcessBuilder("prlimit", "--pid", "" + hall.pid(), "--fsize=" + bytes + ":unlimited")
                    .inheritIO()
                    .start();
            assertThat(process.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void allow(Path folder, String permissions) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isDirectory).toList()) {
                setReadable(each, permissions);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void setReadable(Path path, String permissions) {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
