package org.openhall.bench.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.bench.cases.CaseWork;
import org.openhall.bench.hall.Jvm;
import org.openhall.bench.hall.Sockets;
import org.openhall.bench.watch.Bound;
import org.openhall.bench.watch.Gauge;
import org.openhall.distribution.Hall;
import org.openhall.distribution.HallHome;

/** What must stay where it is while a hall works, and how exactly. */
final class Gauges {

    /** How often what costs the hall nothing is read. */
    private static final Duration OFTEN = Duration.ofSeconds(5);

    private static final double SHARE = 0.05;
    private static final double KB = 1024;

    /** Rows and indexes of a case, its nine requests, its events; and what an embedded database needs besides while it works. */
    private static final double KB_A_CASE = 40;

    private Gauges() {}

    /**
     * All of them.
     *
     * @param seldom how often garbage is collected to see what is left
     */
    static List<Gauge> of(HallHome home, Hall hall, CaseWork work, int paper, Duration seldom) {
        var jvm = new Jvm(hall);
        List<Gauge> gauges = new ArrayList<>();
        gauges.add(Gauge.of("live heap, KB", seldom, jvm::liveHeap, Bound.flat(SHARE, 4 * KB)));
        gauges.add(Gauge.of("class loaders", seldom, jvm::loaders, Bound.flat(SHARE, 8)));
        gauges.add(Gauge.of("class data, KB", seldom, jvm::metaspace, Bound.flat(SHARE, 2 * KB)));
        gauges.add(Gauge.of("resident, KB", OFTEN, jvm::resident, Bound.flat(SHARE, 16 * KB)));
        gauges.add(Gauge.of("threads", OFTEN, jvm::threads, Bound.flat(SHARE, 4)));
        gauges.add(Gauge.of("file handles", OFTEN, jvm::handles, Bound.flat(SHARE, 8)));
        gauges.add(Gauge.of("connections", OFTEN, () -> Sockets.to(hall.port()), Bound.flat(SHARE, 4)));
        home.server()
                .ifPresent(server -> gauges.add(
                        Gauge.of("database connections", OFTEN, () -> Sockets.to(server.port()), Bound.flat(0, 2))));
        gauges.add(new Gauge(
                "database, KB, by cases",
                OFTEN,
                () -> home.databaseBytes() / KB,
                Optional.of(() -> work.receipts().decided().size()),
                Bound.each(KB_A_CASE)));
        gauges.add(Gauge.of(
                "other files, KB",
                OFTEN,
                () -> (home.otherBytes()) / KB - (double) work.receipts().uploads() * paper,
                Bound.flat(SHARE, 32 * KB)));
        return gauges;
    }
}
