package org.openhall.bench.start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openhall.bench.Options;
import org.openhall.bench.Scenario;
import org.openhall.bench.cases.CaseClient;
import org.openhall.bench.cases.CaseWork;
import org.openhall.bench.hall.Jvm;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Load;
import org.openhall.bench.load.Pause;
import org.openhall.bench.report.Report;
import org.openhall.bench.report.Spread;
import org.openhall.distribution.Hall;
import org.openhall.distribution.HallHome;

/** First starts on new homes and second ones, until every part serves; then what one hall has in memory, idle and after load. */
public final class StartBench implements Scenario {

    private static final int CLIENTS = 8;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String help() {
        return "[--database h2|postgres] [--rounds N=5] [--idle S=20] [--load S=60]  first and second start, memory idle and after load";
    }

    @Override
    public boolean run(Options options, Report report) {
        String database = options.text("database", HallHome.H2);
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        int rounds = options.number("rounds", 5);
        for (int i = 1; i <= rounds; i++) {
            report.say("start " + i + " of " + rounds + " ...");
            try (var home = HallHome.on(database, "bench-start")) {
                first.add(opening(home));
                second.add(opening(home));
                home.keepUnless(true);
            }
            report.line(
                    "start",
                    Map.of(
                            "database",
                            database,
                            "round",
                            i,
                            "firstSeconds",
                            first.get(i - 1),
                            "secondSeconds",
                            second.get(i - 1)));
        }
        report.row("ready, first start", Spread.of(first) + " s");
        report.row("ready, second start", Spread.of(second) + " s");
        return memory(database, options, report);
    }

    private static double opening(HallHome home) {
        try (Hall hall = home.open()) {
            return hall.opening().toMillis() / 1000.0;
        }
    }

    private static boolean memory(String database, Options options, Report report) {
        var failures = new Failures();
        try (var home = HallHome.on(database, "bench-memory");
                Hall hall = home.open()) {
            var jvm = new Jvm(hall);
            Pause.millis(Duration.ofSeconds(options.number("idle", 20)).toMillis());
            long idle = jvm.resident();
            int seconds = options.number("load", 60);
            report.say("load for " + seconds + " s ...");
            CaseWork work = CaseWork.in(hall, 0, failures);
            List<CaseClient> clients = work.clients(CLIENTS);
            Load.closedEach(hall.address(), clients::get, failures)
                    .start(CLIENTS)
                    .stopAfter(Duration.ofSeconds(seconds));
            CaseClient.finish(hall, clients);
            long after = jvm.resident();
            report.line(
                    "memory",
                    Map.of(
                            "database",
                            database,
                            "idleKb",
                            idle,
                            "afterKb",
                            after,
                            "peakKb",
                            jvm.peak(),
                            "cases",
                            work.receipts().decided().size()));
            report.row("resident, idle", (idle >> 10) + " MB");
            report.row("resident, after " + work.receipts().decided().size() + " cases", (after >> 10) + " MB");
            failures.examples().forEach(report::say);
            home.keepUnless(failures.total() == 0);
            return failures.total() == 0;
        }
    }
}
