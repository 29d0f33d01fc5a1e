package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.openhall.bench.deploy.Outcome;
import org.openhall.bench.deploy.Proof;

/** The bench's proof, in small: {@code ./hall bench deploy} does it at half of what the hall can do, a hundred times. */
class ExchangeIT {

    private static final int EXCHANGES = 12;
    private static final double REQUESTS_A_SECOND = 60;

    @Test
    void nobodyNoticesThatAnItemIsExchanged() {
        try (Hall hall = Hall.demo()) {
            var told = new ArrayList<String>();
            Outcome outcome = new Proof(hall)
                    .exchange(
                            EXCHANGES,
                            REQUESTS_A_SECOND,
                            16,
                            Duration.ofMillis(500),
                            one -> told.add(one.way() + " " + one.kind() + " " + one.version()));

            assertThat(outcome.failures().examples())
                    .as("failed during %s", told)
                    .isEmpty();
            assertThat(outcome.gone()).as("core services that went away").isEmpty();
            assertThat(outcome.decided()).isEqualTo(outcome.filed()).isGreaterThan(20);
            assertThat(outcome.unnoticed()).isTrue();
            assertThat(told).hasSize(EXCHANGES);
        }
    }
}
