package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.openhall.bench.crash.Crashes;
import org.openhall.bench.crash.Round;
import org.openhall.bench.load.Failures;

/** The bench's crashes in small: {@code ./hall bench crash} does it a hundred times. Rounds: {@code -Dopenhall.test.crashes=50}. */
class CrashIT {

    private static final int ROUNDS = Integer.getInteger("openhall.test.crashes", 20);
    private static final int PEOPLE = 6;
    private static final int LOAD_MILLIS = 2_000;

    /** Always the same moments; what they meet differs from run to run all the same. */
    private static final long SEED = 20_261_122;

    @Test
    void whatTheHallAcknowledgedOnH2OutlivesItsProcess() {
        try (Crashes crashes =
                Crashes.onH2(PEOPLE, LOAD_MILLIS, SEED).looksOnlyAtTheEnd().open()) {
            List<Round> rounds = new ArrayList<>();
            crashes.killHall(ROUNDS, rounds::add);
            nothingIsLost(rounds, crashes.finish());
            assertThat(rounds).as("requests under way").allMatch(round -> round.underWay() > 0);
        }
    }

    @Test
    void whatTheHallAcknowledgedOnPostgresOutlivesItsProcessAndTheServer() {
        try (Crashes crashes = postgres().open()) {
            List<Round> killed = new ArrayList<>();
            crashes.killHall(Math.max(1, ROUNDS / 4), killed::add);
            List<Round> without = new ArrayList<>();
            crashes.killDatabase(2, without::add);
            Failures failures = crashes.finish();
            nothingIsLost(killed, failures);
            nothingIsLost(without, failures);
            assertThat(killed).as("requests under way").allMatch(round -> round.underWay() > 0);
            assertThat(without).as("answers while the server was away").allMatch(round -> round.refusals() > 0);
        }
    }

    private static void nothingIsLost(List<Round> rounds, Failures failures) {
        assertThat(failures.examples())
                .as("%s in %s", failures.counts(), rounds)
                .isEmpty();
        assertThat(rounds).isNotEmpty().allMatch(round -> round.drafts() > 0);
        assertThat(rounds.stream().mapToLong(Round::cases).sum()).isGreaterThan(rounds.size());
        assertThat(rounds.stream().mapToLong(Round::acts).sum()).isGreaterThan(rounds.size());
    }

    private static Crashes postgres() {
        Optional<Crashes> crashes = Crashes.onPostgres(PEOPLE, LOAD_MILLIS, SEED);
        Assumptions.assumeTrue(
                crashes.isPresent(), "no PostgreSQL on this machine (Debian: apt-get install postgresql)");
        return crashes.get();
    }
}
