package org.openhall.bench.misbehave;

import java.time.Duration;
import org.openhall.bench.Options;
import org.openhall.bench.item.BenchItem;
import org.openhall.bench.item.ItemVersion;
import org.openhall.bench.item.VersionRule;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Load;
import org.openhall.bench.load.Measured;
import org.openhall.bench.report.Report;
import org.openhall.bench.traffic.Filings;
import org.openhall.bench.traffic.Ledger;
import org.openhall.bench.traffic.Maximum;
import org.openhall.bench.traffic.Traffic;
import org.openhall.bench.ways.FolderWay;
import org.openhall.bench.ways.Way;
import org.openhall.distribution.Hall;
import org.openhall.item.Rule;

/** A hall with two items: one whose filings are measured, and its neighbour, which is exchanged before each round and filed a little. */
final class Neighbours implements AutoCloseable {

    private static final String MEASURED = "bench";
    private static final String NEIGHBOUR = "neighbour";
    private static final int CLIENTS = 48;
    private static final int NEIGHBOUR_CLIENTS = 24;
    private static final ItemVersion FIRST = new ItemVersion(1, 0, 0);

    private final Hall hall;
    private final Way way;
    private final Failures failures;
    private final Traffic traffic;
    private final Ledger other = new Ledger();
    private final Filings filings;
    private ItemVersion next = FIRST;

    private Neighbours(Hall hall, Failures failures) {
        this.hall = hall;
        this.failures = failures;
        this.way = new FolderWay(hall);
        var ledger = new Ledger();
        this.traffic = Traffic.of(hall, MEASURED, ledger, failures, Traffic.STRADDLING);
        this.filings = Filings.of(hall, NEIGHBOUR, other, failures);
        ledger.settle(FIRST, true);
        bring(BenchItem.of(MEASURED, FIRST));
    }

    /** A hall of their own. */
    static Neighbours open(Failures failures) {
        return new Neighbours(Hall.on(Hall.newHome("bench-misbehave")).awaitReady(), failures);
    }

    /** Half of what the measured item's traffic can reach alone. */
    double half(Options options, Report report) {
        return new Maximum(hall, traffic, failures).half(options, report);
    }

    /** One round; the neighbour's rule is as given, in a version of its own. */
    Measured round(Class<? extends Rule> rule, double rate, int filingsPerSecond, Duration time) {
        bring(BenchItem.of(NEIGHBOUR, next, rule));
        other.settle(next, true);
        next = next.nextMicro();
        Load beside = Load.open(hall.address(), filings, failures, (double) filingsPerSecond * Filings.REQUESTS)
                .start(NEIGHBOUR_CLIENTS);
        Measured measured = Load.open(hall.address(), traffic, failures, rate)
                .start(CLIENTS)
                .stopAfter(time);
        beside.stop();
        return measured;
    }

    /** Rounds that nobody looks at, until the Java machine is warm. */
    void warm(double rate, int filingsPerSecond, Duration time) {
        round(VersionRule.class, rate, filingsPerSecond, time);
    }

    @Override
    public void close() {
        hall.close();
    }

    private void bring(BenchItem item) {
        Way.Said said = way.offer(item);
        if (!said.done()) {
            throw new IllegalStateException(item.key() + " " + item.version() + " was refused: " + said.text());
        }
    }
}
