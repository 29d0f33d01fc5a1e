package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openhall.bench.crash.Crashes;
import org.openhall.bench.crash.Round;

/**
 * The database server goes, or becomes slow, while people file and act. That nobody waits for half a minute, and that it goes on within a minute
 * afterwards, is what {@link Crashes#endure} looks at.
 */
class DatabaseFaultsIT {

    private static final int AT_ONCE = 20;

    /** More than the hall works on at once and lets stand in line. */
    private static final int PEOPLE = 3 * AT_ONCE;

    private static final int LOAD_MILLIS = 3_000;
    private static final long SEED = 4;

    private static Postgres server;
    private static SlowLine line;
    private static Path home;

    @BeforeAll
    static void start() throws IOException {
        Optional<Postgres> found = Postgres.fresh();
        Assumptions.assumeTrue(found.isPresent(), "no PostgreSQL on this machine (Debian: apt-get install postgresql)");
        server = found.get();
        line = SlowLine.to(server.port());
        home = server.newHome("faults", server.url(line.port()), "");
        ClientFaultsIT.letIn(AT_ONCE, home);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            line.close();
            server.close();
        }
    }

    @Test
    void whatHappensToTheDatabaseIsSaidKindlyAndOverSoonAndNothingIsLost() {
        try (Crashes people = Crashes.onPostgres(server, home, PEOPLE, LOAD_MILLIS, SEED)) {
            people.open();
            LiveHeap heap = LiveHeap.of(people.hall());

            stoppedAndStarted(people);
            slow(people);

            heap.assertLessThanMore(40);
            assertThat(people.finish().examples()).isEmpty();
        }
    }

    private void stoppedAndStarted(Crashes people) {
        Round round;
        try (Probe probe = Probe.of(people.hall())) {
            round = people.endure(1, server::stop, 12_000, () -> {
                probe.awaitRefusals("the database does not answer");
                server.start();
            });
            probe.fair();
        }
        assertThat(round.refusals()).as("%s", round).isPositive();
    }

    private void slow(Crashes people) {
        Round round;
        try (Probe probe = Probe.of(people.hall())) {
            round = people.endure(2, () -> line.delay(250), 10_000, () -> line.delay(0));
            probe.fair();
        }
        assertThat(round.refusals()).as("who was not made to wait: %s", round).isPositive();
    }
}
