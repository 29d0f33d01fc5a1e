package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.bench.growth.GrownHall;
import org.openhall.bench.growth.Visit;
import org.openhall.bench.load.Failures;
import org.openhall.bench.report.Report;

/** The bench's copies of cases, in small: {@code ./hall bench growth} measures what a million of them cost. */
class GrownHallIT {

    private static final int CASES = 600;

    @Test
    void copiesOfCasesAreListedFoundAndActedOnLikeThoseThatWereFiled(@TempDir Path files) {
        var failures = new Failures();
        try (var report = new Report("growth", files.resolve("growth.jsonl"), false);
                var hall = GrownHall.of(HallHome.H2, CASES, report)) {
            var visit = new Visit(hall, failures);

            visit.round(Duration.ofSeconds(4));

            hall.keepUnless(failures.total() == 0);
            assertThat(failures.examples()).isEmpty();
            assertThat(visit.latencies().figures())
                    .containsKeys(
                            "desk list",
                            "desk list, done",
                            "search by name",
                            "search by number",
                            "my cases",
                            "progress",
                            "filing",
                            "act");
        }
    }
}
