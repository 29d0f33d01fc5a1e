package org.openhall.bench.busy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.bench.Options;
import org.openhall.bench.Scenario;
import org.openhall.bench.cases.CaseClient;
import org.openhall.bench.cases.CaseWork;
import org.openhall.bench.cases.StoredCases;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Load;
import org.openhall.bench.load.Measured;
import org.openhall.bench.load.Pause;
import org.openhall.bench.report.Report;
import org.openhall.bench.watch.Bound;
import org.openhall.bench.watch.Gauge;
import org.openhall.bench.watch.Watch;
import org.openhall.distribution.Hall;
import org.openhall.distribution.HallHome;

/**
 * Ten cases a second for an hour, sixty a second for ten minutes: 36,000 cases. While the hall runs
 * its file may have at most some times the size of what is in it, which is its size once it is compacted,
 * and what is written in the five seconds for which H2 leaves old places alone.
 */
public final class BusyBench implements Scenario {

    private static final int CLIENTS = 16;
    private static final long MEBIBYTE = 1 << 20;

    @Override
    public String name() {
        return "busy";
    }

    @Override
    public String help() {
        return "[--minutes N=10] [--rate CASES-PER-SECOND=60] [--times N=5] [--spare MB=256]"
                + "  an hour of a busy demo hall, compressed; H2 may take so many times what it holds, and so much besides";
    }

    @Override
    public boolean run(Options options, Report report) {
        Duration time = Duration.ofMinutes(options.number("minutes", 10));
        int rate = options.number("rate", 60);
        var failures = new Failures();
        try (var home = HallHome.on(HallHome.H2, "bench-busy")) {
            Watch watch;
            CaseWork work;
            StoredCases stored;
            boolean keptUp;
            try (Hall hall = home.open()) {
                work = CaseWork.in(hall, 0, failures);
                watch = watch(home, work, report, failures);
                keptUp = load(hall, work, watch, rate, time, report);
                stored = StoredCases.of(hall, work);
            }
            compact(home);
            long compact = home.databaseBytes();
            long most = (long) watch.verdicts().get(0).most();
            long allowed = options.number("times", 5) * compact + options.number("spare", 256) * MEBIBYTE;
            report.line(
                    "file",
                    Map.of(
                            "cases", work.receipts().decided().size(),
                            "mostBytes", most,
                            "compactBytes", compact,
                            "allowedBytes", allowed));
            report.row(
                    "acknowledged / stored",
                    "%,d / %,d".formatted(work.receipts().filed().size(), stored.stored()));
            report.row(
                    "file at the most, running",
                    "%,d MB, %,d MB are allowed".formatted(most / MEBIBYTE, allowed / MEBIBYTE));
            report.row("what it holds, compacted", "%,d MB".formatted(compact / MEBIBYTE));
            report.row("failed", failures.counts());
            failures.examples().forEach(report::say);
            boolean good = keptUp && most <= allowed && stored.good() && failures.total() == 0;
            home.keepUnless(good);
            return good;
        }
    }

    /** A hall that holds much does not take the time at its stop. */
    private static void compact(HallHome home) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + home.path().resolve("data/hall"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Watch watch(HallHome home, CaseWork work, Report report, Failures failures) {
        var file = new Gauge(
                "bytes",
                Duration.ofSeconds(2),
                home::databaseBytes,
                Optional.of(() -> work.receipts().decided().size()),
                Bound.flat(0, Double.MAX_VALUE));
        return new Watch(List.of(file), sample -> report.line("sample", sample), failures);
    }

    /** Whether the hall kept up. */
    private static boolean load(Hall hall, CaseWork work, Watch watch, int rate, Duration time, Report report) {
        report.say("%d cases/s for %d minutes ...".formatted(rate, time.toMinutes()));
        List<CaseClient> clients = work.clients(CLIENTS);
        try (watch) {
            double due = (double) rate * work.requests();
            Load load = Load.openEach(hall.address(), clients::get, work.failures(), due)
                    .start(CLIENTS);
            Pause.millis(time.toMillis());
            Measured measured = load.stop();
            CaseClient.finish(hall, clients);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("casesPerSecond", rate);
            line.put("cases", work.receipts().decided().size());
            line.put("requestsPerSecond", Math.round(measured.rate()));
            line.put("failures", work.failures().counts());
            line.put("latencies", measured.latencies().figures());
            report.line("load", line);
            report.row(
                    "cases",
                    "%,d, %d a second".formatted(work.receipts().decided().size(), rate));
            report.row(
                    "p50 / p99 / longest",
                    measured.latencies().millis(50) + " / "
                            + measured.latencies().millis(99) + " / "
                            + measured.latencies().millis(100) + " ms");
            return measured.keptUp(due);
        }
    }
}
