package org.openhall.bench.items;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openhall.bench.Options;
import org.openhall.bench.Scenario;
import org.openhall.bench.hall.Jvm;
import org.openhall.bench.item.VersionRule;
import org.openhall.bench.load.Pause;
import org.openhall.bench.report.Report;
import org.openhall.bench.ways.FolderWay;
import org.openhall.bench.ways.Way;
import org.openhall.distribution.Hall;

/** Many items in one hall: how long it takes to open, what each of them costs, and how long one more takes. */
public final class ItemsBench implements Scenario {

    /** What a hall looks like after its second start. */
    private record Look(long first, long second, long resident, long heap, long metaspace) {}

    @Override
    public String name() {
        return "items";
    }

    @Override
    public String help() {
        return "[--items N=300] [--more N=5]  start-up and memory with many items, time for one more";
    }

    @Override
    public boolean run(Options options, Report report) {
        int count = options.number("items", 300);
        Look without = look(Stock.of(0), 0, report);
        Look with = look(Stock.of(count), options.number("more", 5), report);
        row(report, "ready, first start", without.first(), with.first(), "ms");
        row(report, "ready, second start", without.second(), with.second(), "ms");
        row(report, "resident", without.resident(), with.resident(), "KB");
        row(report, "live heap", without.heap(), with.heap(), "KB");
        row(report, "class data", without.metaspace(), with.metaspace(), "KB");
        report.row(
                "an item",
                "%d KB live heap, %d KB class data, %d KB resident"
                        .formatted(
                                (with.heap() - without.heap()) / count,
                                (with.metaspace() - without.metaspace()) / count,
                                (with.resident() - without.resident()) / count));
        return true;
    }

    private static void row(Report report, String what, long without, long with, String unit) {
        report.row(what, "%,d %s without items, %,d %s with".formatted(without, unit, with, unit));
    }

    private static Look look(Stock stock, int more, Report report) {
        report.say("starting twice with " + stock.count() + " items ...");
        long first;
        try (Hall hall = Hall.on(stock.home()).awaitReady()) {
            first = hall.opening().toMillis();
            stock.check(hall);
        }
        try (Hall hall = Hall.on(stock.home()).awaitReady()) {
            long second = hall.opening().toMillis();
            stock.check(hall);
            var jvm = new Jvm(hall);
            long heap = jvm.liveHeap();
            var look = new Look(first, second, jvm.resident(), heap, jvm.metaspace());
            tell(stock, look, jvm.loadersOf(VersionRule.class), report);
            oneMore(hall, new FolderWay(hall), stock.count(), more, report);
            return look;
        }
    }

    private static void tell(Stock stock, Look look, int loaders, Report report) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("items", stock.count());
        line.put("readyFirstMillis", look.first());
        line.put("readySecondMillis", look.second());
        line.put("residentKb", look.resident());
        line.put("liveHeapKb", look.heap());
        line.put("metaspaceKb", look.metaspace());
        line.put("classLoaders", loaders);
        report.line("hall", line);
    }

    /** From the offer to the first answer that shows it. */
    private static void oneMore(Hall hall, Way way, int count, int more, Report report) {
        for (int i = count + 1; i <= count + more; i++) {
            long began = System.nanoTime();
            Way.Said said = way.offer(Stock.item(i));
            while (!Stock.offers(hall, i)) {
                if (!said.done() || millisSince(began) > Duration.ofMinutes(1).toMillis()) {
                    throw new IllegalStateException("one more did not come in: " + said.text());
                }
                Pause.millis(5);
            }
            long took = millisSince(began);
            report.line("one more", Map.of("items", i, "way", way.name(), "millis", took));
            report.row("one more by " + way.name(), took + " ms");
        }
    }

    private static long millisSince(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
