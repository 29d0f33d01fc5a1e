package org.openhall.bench.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.openhall.bench.hall.CoreServices;
import org.openhall.bench.hall.Jvm;
import org.openhall.bench.hall.ReadyWatch;
import org.openhall.bench.item.ItemVersion;
import org.openhall.bench.item.VersionRule;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Load;
import org.openhall.bench.load.Measured;
import org.openhall.bench.load.Pause;
import org.openhall.bench.traffic.Ledger;
import org.openhall.bench.traffic.Maximum;
import org.openhall.bench.traffic.Traffic;
import org.openhall.bench.ways.CommandWay;
import org.openhall.bench.ways.FolderWay;
import org.openhall.bench.ways.PageWay;
import org.openhall.distribution.Hall;

/** One hall, one item in it, its traffic, and what is seen while the item is exchanged. */
public final class Proof {

    /** Key of the item that is exchanged. */
    public static final String ITEM = "bench";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ItemVersion FIRST = new ItemVersion(1, 0, 0);

    private final Hall hall;
    private final Failures failures = new Failures();
    private final Ledger ledger = new Ledger();
    private final Traffic traffic;
    private final Exchanges exchanges;

    /**
     * Brings the first version in.
     *
     * @param hall a demo hall that does not know the item yet
     * @param kept how many drafts and cases wait at each step
     */
    public Proof(Hall hall, int kept) {
        this.hall = hall;
        this.traffic = Traffic.of(hall, ITEM, ledger, failures, kept);
        this.exchanges = new Exchanges(
                ITEM, List.of(new FolderWay(hall), new CommandWay(hall), new PageWay(hall)), ledger, failures);
        exchanges.first(FIRST);
    }

    /** What the traffic is measured with. */
    public Maximum maximum() {
        return new Maximum(hall, traffic, failures);
    }

    /**
     * Exchanges the item so many times while traffic is due at a steady rate, then lets everything that was begun be decided.
     *
     * @param gap from one exchange to the next, besides what they take
     * @param each told of each exchange as it happens
     */
    public Outcome exchange(int times, double rate, int clients, Duration gap, Consumer<Exchange> each) {
        CoreServices before = CoreServices.of(hall);
        List<Exchange> done = new ArrayList<>();
        Measured measured;
        long ready;
        try (var watch = new ReadyWatch(hall, failures)) {
            Load load = Load.open(hall.address(), traffic, failures, rate).start(clients);
            for (int i = 1; i <= times; i++) {
                Pause.millis(gap.toMillis());
                Exchange one = exchanges.exchange(i);
                done.add(one);
                each.accept(one);
            }
            traffic.finish(PATIENCE);
            exchanges.retireOthers();
            measured = load.stop();
            ready = watch.asked();
        }
        Set<String> gone = before.gone(CoreServices.of(hall));
        return new Outcome(
                rate,
                measured,
                done,
                failures,
                ready,
                gone,
                loaders(),
                exchanges.lines(),
                traffic.submitted(),
                traffic.moved(),
                traffic.decided());
    }

    /** Lines that were retired go when the hall has seen that nothing is open on them any more. */
    private int loaders() {
        var jvm = new Jvm(hall);
        long until = System.nanoTime() + PATIENCE.toNanos();
        int loaders;
        do {
            jvm.collect();
            loaders = jvm.loadersOf(VersionRule.class);
        } while (loaders > exchanges.lines() && System.nanoTime() < until);
        return loaders;
    }
}
