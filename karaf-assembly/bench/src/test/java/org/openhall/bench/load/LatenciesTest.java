package org.openhall.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private static final long MILLI = 1_000_000;

    private final Latencies latencies = new Latencies();

    @Test
    void p99IsWhatOneInAHundredExceeds() {
        for (int i = 1; i <= 1000; i++) {
            latencies.record("read", i * MILLI);
        }

        assertThat(latencies.count()).isEqualTo(1000);
        assertThat(latencies.millis(50)).isEqualTo(500, within(5.0));
        assertThat(latencies.millis(99)).isEqualTo(990, within(10.0));
        assertThat(latencies.millis(100)).isEqualTo(1000, within(10.0));
    }

    @Test
    void kindsAreToldApartAndAddedUp() {
        latencies.record("read", 10 * MILLI);
        var others = new Latencies();
        others.record("write", 90 * MILLI);
        latencies.add(others);

        assertThat(latencies.figures()).containsOnlyKeys("all", "read", "write");
        assertThat(latencies.figures().get("all")).containsEntry("count", 2L);
        assertThat(latencies.only(List.of("write")).millis(50)).isEqualTo(90, within(1.0));
    }
}
