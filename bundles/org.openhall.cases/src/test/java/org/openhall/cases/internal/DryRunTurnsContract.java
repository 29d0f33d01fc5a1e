package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.DryRuns.DryRun;
import org.openhall.api.catalogue.Version;
import org.openhall.item.Finding;

/** How runs come and go: one at a time, stopped, cut off, forgotten; on every database. */
abstract class DryRunTurnsContract extends DryRunsHall {

    @Test
    void aRunIsStoppedAndKeepsWhatItFoundAndAnotherOneWaitsForItsTurn() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            hall.filed(parking);
        }
        hall.catalogue.enter(parking, "1.3.0");
        hall.catalogue.enter(parking, "1.4.0");
        var underWay = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        hall.catalogue.trial = application -> {
            underWay.countDown();
            await(goOn);
            return List.of(Finding.flags("", "odd"));
        };

        long first = runs.start("parking", NEXT, 10, ADMIN).orElseThrow();
        underWay.await();
        assertThat(runs.start("parking", NEXT, 10, ADMIN)).as("a double click").contains(first);
        long second = runs.start("parking", Version.parse("1.4.0"), 10, ADMIN).orElseThrow();
        assertThat(runs.find(second, ADMIN).orElseThrow().done()).isZero();
        assertThat(runs.stop(first, ADMIN)).isTrue();
        assertThat(runs.stop(first, ADMIN)).as("it was stopped already").isFalse();
        goOn.countDown();

        assertThat(ended(second).done()).isEqualTo(3);
        DryRun stopped = runs.find(first, ADMIN).orElseThrow();
        assertThat(stopped.done()).isLessThan(3);
        assertThat(stopped.failure()).isEmpty();
        assertThat(runs.recent("parking", ADMIN)).extracting(DryRun::id).containsExactly(second, first);
    }

    @Test
    void aRunThatWasCutOffIsMarkedAndDoesNotHoldUpTheNextOne() throws InterruptedException {
        hall.filed(parking);
        hall.catalogue.enter(parking, "1.3.0");
        hall.execute(
                "insert into dry_run (item, version, by_name, started_at, beat_at, total, done, refused, flagged, due,"
                        + " unchecked, failure) values ('parking', '1.3.0', 'command', '2026-11-20 09:00:00+08',"
                        + " '2026-11-20 09:00:00+08', 10, 3, 0, 0, 0, 0, '')");
        hall.storage.clock().advance(Duration.ofMinutes(1));

        long id = runs.start("parking", NEXT, 10, ADMIN).orElseThrow();
        assertThat(ended(id).done()).isEqualTo(1);
        DryRun dead = runs.recent("parking", ADMIN).get(1);
        assertThat(dead.failure()).contains("cut-off");
        assertThat(dead.done()).isEqualTo(3);
    }

    @Test
    void whoMayNotTouchTheItemLearnsNothing() throws InterruptedException {
        hall.filed(parking);
        hall.catalogue.enter(parking, "1.3.0");
        assertThat(runs.start("parking", NEXT, 10, STRANGER)).isEmpty();
        assertThat(runs.start("parking", Version.parse("9.9.9"), 10, ADMIN)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> runs.start("parking", NEXT, 1001, ADMIN));

        long id = runs.start("parking", NEXT, 10, ADMIN).orElseThrow();
        ended(id);
        assertThat(runs.find(id, STRANGER)).isEmpty();
        assertThat(runs.recent("parking", STRANGER)).isEmpty();
        assertThat(runs.stop(id, STRANGER)).isFalse();
        assertThat(runs.differences(id, 10, Optional.empty(), STRANGER).entries())
                .isEmpty();
    }

    @Test
    void aVersionThatDoesNotStartAndRulesThatBreakEndTheRunWithTheReason() throws InterruptedException {
        hall.filed(parking);
        hall.catalogue.enter(parking, "1.3.0");
        hall.catalogue.away = true;
        assertThat(ended(runs.start("parking", NEXT, 10, ADMIN).orElseThrow()).failure())
                .contains("does-not-start");

        hall.catalogue.away = false;
        hall.catalogue.trial = application -> {
            throw new IllegalStateException("broken");
        };
        assertThat(ended(runs.start("parking", NEXT, 10, ADMIN).orElseThrow()).failure())
                .contains("broke");
    }

    @Test
    void resultsAreForgottenAfterThirtyDays() throws InterruptedException {
        hall.filed(parking);
        hall.catalogue.enter(parking, "1.3.0");
        hall.catalogue.trial = application -> List.of(Finding.flags("", "odd"));
        ended(runs.start("parking", NEXT, 10, ADMIN).orElseThrow());
        runs.close();
        hall.storage.clock().advance(Duration.ofDays(31));

        runs = dryRuns();
        for (int time = 0; time < 500 && hall.rows("dry_run") > 0; time++) {
            Thread.sleep(20);
        }
        assertThat(hall.rows("dry_run")).isZero();
        assertThat(hall.rows("dry_run_difference")).isZero();
    }
}
