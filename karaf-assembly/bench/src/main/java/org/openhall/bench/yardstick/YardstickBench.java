package org.openhall.bench.yardstick;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.openhall.bench.Options;
import org.openhall.bench.Scenario;
import org.openhall.bench.load.Failures;
import org.openhall.bench.pages.PageTurn;
import org.openhall.bench.report.Report;
import org.openhall.bench.rounds.Rounds;
import org.openhall.distribution.Hall;
import org.openhall.distribution.HallHome;
import org.openhall.distribution.Postgres;

/** Requests that do nothing and transactions that hardly do anything: the most that anything built on them can reach here. */
public final class YardstickBench implements Scenario {

    /** A suggestion for no word at all: through the gate, Jersey and JSON, and no further. */
    private static final String TRIVIAL = "/api/v1/suggest";

    private static final String END = "}";
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    @Override
    public String name() {
        return "yardstick";
    }

    @Override
    public String help() {
        return Rounds.HELP + "  requests that do nothing, transactions of one row on H2 and PostgreSQL";
    }

    @Override
    public boolean run(Options options, Report report) {
        Rounds rounds = Rounds.of(options);
        var failures = new Failures();
        try (var home = HallHome.on(HallHome.H2, "bench-yardstick");
                Hall hall = home.open()) {
            for (int clients : rounds.clients()) {
                report.say(TRIVIAL + ", clients: " + clients + " ...");
                var turn = new PageTurn(TRIVIAL, END, failures);
                Rounds.tell(
                        report,
                        Map.of("request", TRIVIAL),
                        "requests that do nothing",
                        "requests",
                        rounds.run(hall, Collections.nCopies(clients, turn), turn::read, failures));
            }
            home.keepUnless(failures.total() == 0);
        }
        String file = Hall.newHome("bench-yardstick").resolve("h2").toString();
        transactions(HallHome.H2, "jdbc:h2:file:" + file, "sa", rounds, failures, report);
        Postgres.fresh()
                .ifPresentOrElse(
                        postgres -> {
                            try (postgres) {
                                transactions(
                                        HallHome.POSTGRES, postgres.url(), postgres.user(), rounds, failures, report);
                            }
                        },
                        () -> report.row(
                                "transactions on PostgreSQL",
                                "not measured, there is none (Debian: apt-get install postgresql)"));
        failures.examples().forEach(report::say);
        return failures.total() == 0;
    }

    private static void transactions(
            String database, String url, String user, Rounds rounds, Failures failures, Report report) {
        try (var table = new YardstickRows(url, user)) {
            for (int clients : rounds.clients()) {
                report.say("transactions on " + database + ", clients: " + clients + " ...");
                List<YardstickRows> all = Collections.nCopies(clients, table);
                Rounds.tell(
                        report,
                        Map.of("database", database),
                        "transactions of one row on " + database,
                        "transactions",
                        rounds.run(NOWHERE, YardstickBench::cpu, all, table::committed, failures));
            }
        }
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
