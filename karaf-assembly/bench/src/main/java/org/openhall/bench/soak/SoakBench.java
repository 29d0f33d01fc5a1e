package org.openhall.bench.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.openhall.bench.watch.Watch;
import org.openhall.distribution.DemoAccount;
import org.openhall.distribution.Hall;
import org.openhall.distribution.HallHome;

/** Half of what the hall can do, for a long time, with new versions, sessions that come and go and uploads: nothing grows, nothing fails. */
public final class SoakBench implements Scenario {

    private static final int MOST_CLIENTS = 8;
    private static final int CLIENTS = 24;

    /** Each eighth client hands a file in. */
    private static final int UPLOADING = 8;

    private static final int PAPER = 200;
    private static final double SESSIONS_A_SECOND = 1;

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String help() {
        return "[--minutes N=60] [--database h2|postgres] [--warmup S=20] [--max S=20] [--rate REQUESTS-PER-SECOND] [--gap S=20]"
                + "  half load for a long time";
    }

    @Override
    public boolean run(Options options, Report report) {
        Duration time = Duration.ofMinutes(options.number("minutes", 60));
        var failures = new Failures();
        try (var home = HallHome.on(options.text("database", HallHome.H2), "bench-soak");
                Hall hall = home.open()) {
            CaseWork work = CaseWork.in(hall, 0, failures);
            double rate = rate(hall, work, options, report);
            report.say("%.0f requests/s for %d minutes ...".formatted(rate, time.toMinutes()));
            List<CaseClient> clients = clients(work);
            var sessions = new SessionTurn(citizens(hall), failures);
            var watch = new Watch(
                    Gauges.of(home, hall, work, PAPER, seldom(time)),
                    sample -> report.line("sample", sample),
                    failures);
            Measured measured;
            long renewed;
            try (watch;
                    var renewals = new Renewals(hall, Duration.ofSeconds(options.number("gap", 20)), failures)) {
                Load load = Load.openEach(hall.address(), clients::get, failures, rate)
                        .start(CLIENTS);
                Load signing = Load.open(hall.address(), sessions, failures, SESSIONS_A_SECOND)
                        .start(1);
                Pause.millis(time.toMillis());
                measured = load.stop();
                signing.stop();
                renewed = renewals.done();
            }
            CaseClient.finish(hall, clients);
            tell(report, measured, rate, work, sessions.sessions(), renewed);
            boolean flat = verdicts(report, watch);
            StoredCases stored = StoredCases.of(hall, work);
            report.row(
                    "acknowledged / stored",
                    "%,d / %,d".formatted(work.receipts().filed().size(), stored.stored()));
            if (!stored.good()) {
                report.row("  stored is not what was acknowledged", stored);
            }
            failures.examples().forEach(report::say);
            boolean good = flat && measured.keptUp(rate) && stored.good() && failures.total() == 0;
            home.keepUnless(good);
            return good;
        }
    }

    private static double rate(Hall hall, CaseWork work, Options options, Report report) {
        int asked = options.number("rate", 0);
        if (asked > 0) {
            return asked;
        }
        report.say("warming up, then the most the hall can do ...");
        List<CaseClient> clients = work.clients(MOST_CLIENTS);
        closed(hall, clients, work.failures(), options.number("warmup", 20));
        Measured most = closed(hall, clients, work.failures(), options.number("max", 20));
        CaseClient.finish(hall, clients);
        report.line("maximum", Map.of("clients", MOST_CLIENTS, "requestsPerSecond", Math.round(most.rate())));
        report.row("measured maximum", Math.round(most.rate()) + " requests/s with " + MOST_CLIENTS + " clients");
        return most.rate() / 2;
    }

    private static Measured closed(Hall hall, List<CaseClient> clients, Failures failures, int seconds) {
        return Load.closedEach(hall.address(), clients::get, failures)
                .start(clients.size())
                .stopAfter(Duration.ofSeconds(seconds));
    }

    private static List<CaseClient> clients(CaseWork work) {
        List<CaseClient> clients = new ArrayList<>(work.clients(CLIENTS - CLIENTS / UPLOADING));
        clients.addAll(work.withPaper(PAPER).clients(CLIENTS / UPLOADING));
        return clients;
    }

    private static List<DemoAccount> citizens(Hall hall) {
        return hall.accounts().stream()
                .filter(account -> account.posts().isEmpty() && !account.kind().equals("administrator"))
                .toList();
    }

    /** A dozen times, but not more often than every ten seconds and at least every minute. */
    private static Duration seldom(Duration time) {
        return Duration.ofSeconds(Math.min(60, Math.max(10, time.toSeconds() / 12)));
    }

    private static void tell(Report report, Measured measured, double due, CaseWork work, long sessions, long renewed) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("due", Math.round(due));
        line.put("requestsPerSecond", Math.round(measured.rate()));
        line.put("cases", work.receipts().decided().size());
        line.put("uploads", work.receipts().uploads());
        line.put("sessions", sessions);
        line.put("versions", renewed);
        line.put("failures", work.failures().counts());
        line.put("latencies", measured.latencies().figures());
        report.line("load", line);
        report.row(
                "requests/s",
                "%d of %d due%s"
                        .formatted(
                                Math.round(measured.rate()),
                                Math.round(due),
                                measured.keptUp(due) ? "" : ", FELL BEHIND"));
        report.row(
                "p50 / p99 / longest",
                measured.latencies().millis(50) + " / " + measured.latencies().millis(99) + " / "
                        + measured.latencies().millis(100) + " ms");
        report.row(
                "cases, uploads, sessions, versions",
                "%,d, %,d, %,d, %,d"
                        .formatted(
                                work.receipts().decided().size(),
                                work.receipts().uploads(),
                                sessions,
                                renewed));
        report.row("failed", work.failures().counts());
    }

    private static boolean verdicts(Report report, Watch watch) {
        boolean good = true;
        for (Watch.Verdict verdict : watch.verdicts()) {
            good &= verdict.good();
            report.line("verdict", verdict.line());
            report.row(verdict.name(), verdict.words());
        }
        return good;
    }
}
