package org.openhall.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Pause;

class WatchTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Failures failures = new Failures();
    private final List<Map<String, Object>> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whatGrowsIsToldFromWhatStays() {
        var growing = new AtomicInteger();
        var watch = new Watch(
                List.of(
                        Gauge.of("steady", SECOND, () -> 7, Bound.flat(0.05, 0)),
                        Gauge.of("growing", SECOND, growing::incrementAndGet, Bound.flat(0.05, 0))),
                told::add,
                failures);
        Pause.millis(4_500);
        watch.close();

        assertThat(watch.verdicts()).extracting(Watch.Verdict::name).containsExactly("steady", "growing");
        assertThat(watch.verdicts()).extracting(Watch.Verdict::good).containsExactly(true, false);
        assertThat(told.get(0)).containsEntry("steady", 7.0).containsEntry("growing", 1.0);
        assertThat(failures.total()).isZero();
    }

    @Test
    void aGaugeThatCannotBeReadIsAFailureAndNeverGood() {
        var watch = new Watch(
                List.of(Gauge.of(
                        "gone",
                        SECOND,
                        () -> {
                            throw new IllegalStateException("the hall is gone");
                        },
                        Bound.flat(1, 100))),
                told::add,
                failures);
        for (int i = 0; i < 1_000 && failures.total() == 0; i++) {
            Pause.millis(10);
        }
        watch.close();

        assertThat(failures.examples()).singleElement().asString().contains("the hall is gone");
        assertThat(watch.verdicts()).noneMatch(Watch.Verdict::good);
    }
}
