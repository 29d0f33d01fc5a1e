package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.openhall.bench.crash.Crashes;
import org.openhall.bench.crash.Round;

/** The machine's clock jumps while people file and act: nobody notices. */
class ClockFaultsIT {

    private static final int PEOPLE = 6;
    private static final int LOAD_MILLIS = 2_000;

    @Test
    void nothingIsLostWhenTheClockJumps() throws IOException {
        Optional<Path> library = library();
        Assumptions.assumeTrue(
                library.isPresent(), "no libfaketime on this machine (Debian: apt-get install libfaketime)");
        try (Crashes people = Crashes.onH2(PEOPLE, LOAD_MILLIS, 6)) {
            Path clock = people.home().resolveSibling(people.home().getFileName() + ".clock");
            set(clock, Duration.ZERO);
            people.open(Hall.within(
                    List.of(),
                    Map.of(
                            "LD_PRELOAD", library.get().toString(),
                            "FAKETIME_TIMESTAMP_FILE", clock.toString(),
                            "FAKETIME_CACHE_DURATION", "1",
                            // the time that only ever goes on is what a machine keeps when its clock is set
                            "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                            "DONT_FAKE_MONOTONIC", "1",
                            // or waits by that time end at once
                            "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                            "NO_FAKE_STAT", "1"),
                    people.home()));

            // sessions end after two hours in which they were not used
            unnoticed(people.endure(1, () -> shift(people.hall(), clock, Duration.ofMinutes(90)), 3_000, () -> {}));
            unnoticed(people.endure(2, () -> shift(people.hall(), clock, Duration.ofDays(-3)), 3_000, () -> {}));
            unnoticed(people.endure(3, () -> shift(people.hall(), clock, Duration.ZERO), 3_000, () -> {}));

            assertThat(people.finish().examples()).isEmpty();
        }
    }

    private static void unnoticed(Round round) {
        assertThat(round.refusals()).as("%s", round).isZero();
        assertThat(round.cases()).as("%s", round).isPositive();
        assertThat(round.longestMillis()).as("%s", round).isLessThan(20_000);
    }

    /** What the hall says that the time is shows that it saw the jump. */
    private static void shift(Hall hall, Path clock, Duration by) {
        set(clock, by);
        Hall.await("the hall's clock to jump", () -> {
            String said = hall.api().get("/live").header("Date").orElseThrow();
            Instant time = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(Instant.now().plus(by), time).abs().toSeconds() < 60;
        });
    }

    private static void set(Path clock, Duration by) {
        try {
            Path next = clock.resolveSibling(clock.getFileName() + ".next");
            Files.writeString(next, (by.isNegative() ? "" : "+") + by.toSeconds() + "\n");
            Files.move(next, clock, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Debian keeps it under the name of the machine's kind. */
    private static Optional<Path> library() throws IOException {
        try (Stream<Path> kinds = Files.list(Path.of("/usr/lib"))) {
            return kinds.map(kind -> kind.resolve("faketime/libfaketime.so.1"))
                    .filter(Files::exists)
                    .findFirst();
        }
    }
}
