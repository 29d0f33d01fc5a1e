package org.openhall.portal.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openhall.api.metrics.Measure.Distribution;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void anAnswerCountsAtTheFirstBoundThatItDoesNotExceed() {
        latencies.add("/items/{code}", TimeUnit.MILLISECONDS.toNanos(5));
        latencies.add("/items/{code}", TimeUnit.MILLISECONDS.toNanos(6));
        latencies.add("/items/{code}", TimeUnit.SECONDS.toNanos(30));

        assertThat(latencies.measure().distributions())
                .containsExactly(new Distribution(
                        Map.of("route", "/items/{code}"),
                        List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0),
                        List.of(1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L),
                        30.011));
    }

    @Test
    void routesAreCountedApart() {
        latencies.add("/", 1);
        latencies.add("/items/{code}", 1);

        assertThat(latencies.measure().distributions())
                .extracting(Distribution::labels)
                .containsExactlyInAnyOrder(Map.of("route", "/"), Map.of("route", "/items/{code}"));
    }
}
