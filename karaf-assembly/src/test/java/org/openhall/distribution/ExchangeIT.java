package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.openhall.bench.deploy.Kind;
import org.openhall.bench.deploy.Outcome;
import org.openhall.bench.deploy.Proof;

/** The bench's proof, in small: {@code ./hall bench deploy} does it at half of what the hall can do, a hundred times. */
class ExchangeIT {

    /** So many that what is refused comes by each way. */
    private static final int EXCHANGES = 25;

    /** So few that a busy machine can do them too: nothing here is about time. */
    private static final double REQUESTS_A_SECOND = 20;

    private static final int WAITING = 3;
    private static final int CLIENTS = 16;

    @Test
    void nobodyNoticesThatAnItemIsExchanged() {
        try (Hall hall = Hall.demo()) {
            var told = new ArrayList<String>();
            Outcome outcome = new Proof(hall, WAITING)
                    .exchange(
                            EXCHANGES,
                            REQUESTS_A_SECOND,
                            CLIENTS,
                            Duration.ofMillis(500),
                            one -> told.add(one.way() + " " + one.kind() + " " + one.version()));

            assertThat(outcome.failures().examples())
                    .as("failed during %s", told)
                    .isEmpty();
            assertThat(outcome.gone()).as("core services that went away").isEmpty();
            assertThat(outcome.decided()).isEqualTo(outcome.filed()).isGreaterThan(10);
            assertThat(outcome.unnoticed()).isTrue();
            assertThat(outcome.exchanges()).hasSize(EXCHANGES);
            assertThat(outcome.kinds()).as("%s", told).containsKeys(Kind.values());
        }
    }
}
