package org.openhall.cases.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openhall.api.cases.DryRuns.Difference;
import org.openhall.api.cases.DryRuns.DryRun;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;

/** A hall with cases over which versions are tried. */
abstract class DryRunsHall extends HallContract {

    static final Operator ADMIN = Operator.way("command");
    static final Operator STRANGER = new Operator(Optional.of(5L), "别处", Optional.of(Set.of("water")));

    static final Version NEXT = Version.parse("1.3.0");

    final TestItem parking = TestItem.parking();
    JdbcDryRuns runs;

    @BeforeEach
    void activate() {
        hall.catalogue.activate(parking, "1.2.0");
        runs = dryRuns();
    }

    JdbcDryRuns dryRuns() {
        return new JdbcDryRuns(
                hall.storage.transactions(),
                hall.storage.database(),
                hall.storage.json(),
                hall.catalogue,
                new TestDeployments("traffic"),
                hall.accounts,
                hall.materials,
                hall.calendar,
                hall.storage.clock());
    }

    @AfterEach
    void end() {
        runs.close();
    }

    DryRun ended(long id) throws InterruptedException {
        for (int time = 0; time < 1000; time++) {
            DryRun run = runs.find(id, ADMIN).orElseThrow();
            if (run.endedAt().isPresent()) {
                return run;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("The run does not end: " + runs.find(id, ADMIN));
    }

    List<Difference> differences(long id) {
        return runs.differences(id, 100, Optional.empty(), ADMIN).entries();
    }

    List<Long> counts() {
        return List.of("hall_case", "task", "case_event", "case_finding", "outbox_message", "draft").stream()
                .map(hall::rows)
                .toList();
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
