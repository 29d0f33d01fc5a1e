package org.openhall.bench.crash;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import org.openhall.bench.Options;
import org.openhall.bench.Scenario;
import org.openhall.bench.load.Failures;
import org.openhall.bench.report.Report;

/** Nothing that was acknowledged is lost, doubled or half there when the hall or its database is killed. */
public final class CrashBench implements Scenario {

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public String help() {
        return "[--rounds N=100] [--database h2|postgres] [--kill hall|database] [--people N=6] [--load MS=3000]"
                + " [--seed N]  kill -9 while people file and act, then compare";
    }

    @Override
    public boolean run(Options options, Report report) {
        boolean postgres = options.text("database", "h2").equals("postgres");
        boolean database = options.text("kill", "hall").equals("database");
        if (database && !postgres) {
            throw new IllegalArgumentException("H2 lives in the hall: --kill database needs --database postgres");
        }
        int rounds = options.number("rounds", 100);
        int people = options.number("people", 6);
        int load = options.number("load", 3_000);
        long seed = options.number("seed", (int) (System.nanoTime() % 1_000_000));
        Optional<Crashes> crashes =
                postgres ? Crashes.onPostgres(people, load, seed) : Optional.of(Crashes.onH2(people, load, seed));
        if (crashes.isEmpty()) {
            throw new IllegalArgumentException("no PostgreSQL on this machine (Debian: apt-get install postgresql)");
        }
        try (Crashes open = crashes.get().open()) {
            report.say("killing the " + (database ? "database" : "hall") + " " + rounds + " times, seed " + seed);
            List<Round> done = database
                    ? open.killDatabase(rounds, round -> report.line("round", round.line()))
                    : open.killHall(rounds, round -> report.line("round", round.line()));
            return tell(done, open.finish(), report);
        }
    }

    private static boolean tell(List<Round> rounds, Failures failures, Report report) {
        LongSummaryStatistics back =
                rounds.stream().mapToLong(Round::backMillis).summaryStatistics();
        report.line("failures", Map.of("counts", failures.counts(), "examples", failures.examples()));
        report.row("killed", rounds.size() + " times");
        report.row(
                "acknowledged",
                "%,d cases, %,d acts, %,d drafts, %,d files"
                        .formatted(
                                rounds.stream().mapToLong(Round::cases).sum(),
                                rounds.stream().mapToLong(Round::acts).sum(),
                                rounds.stream().mapToLong(Round::drafts).sum(),
                                rounds.stream().mapToLong(Round::files).sum()));
        report.row("under way", rounds.stream().mapToLong(Round::underWay).sum() + " requests, repeated afterwards");
        report.row("refused (503)", rounds.stream().mapToLong(Round::refusals).sum());
        report.row("back after", "%,d to %,d ms".formatted(back.getMin(), back.getMax()));
        report.row("lost, twice, half there …", failures.total() + " " + failures.counts());
        failures.examples().forEach(report::say);
        return failures.total() == 0 && rounds.stream().mapToLong(Round::cases).sum() > 0;
    }
}
