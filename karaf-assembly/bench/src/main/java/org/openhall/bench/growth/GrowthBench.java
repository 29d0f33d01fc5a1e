package org.openhall.bench.growth;

import java.time.Duration;
import org.openhall.bench.Options;
import org.openhall.bench.Scenario;
import org.openhall.bench.hall.Jvm;
import org.openhall.bench.load.Failures;
import org.openhall.bench.report.Report;
import org.openhall.distribution.HallHome;

/** A hall with a hundred times as many cases, asked the same in turn with a small one: nobody should notice. */
public final class GrowthBench implements Scenario {

    private static final Duration READY_AGAIN = Duration.ofSeconds(6);

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String help() {
        return "[--cases N=1000000] [--small N=10000] [--database h2|postgres] [--warmup S=60] [--round S=5] [--rounds N=4]"
                + "  a hall with many cases beside one with few";
    }

    @Override
    public boolean run(Options options, Report report) {
        String database = options.text("database", HallHome.H2);
        var failures = new Failures();
        try (var large = GrownHall.of(database, options.number("cases", 1_000_000), report);
                var small = GrownHall.of(database, options.number("small", 10_000), report)) {
            report.say("warming up ...");
            Duration some = Duration.ofSeconds(options.number("warmup", 60)).dividedBy(Visit.PARTS);
            new Visit(small, failures).round(some);
            new Visit(large, failures).round(some);
            var ofLarge = new Visit(large, failures);
            var ofSmall = new Visit(small, failures);
            Duration round = Duration.ofSeconds(options.number("round", 5));
            for (int i = 1; i <= options.number("rounds", 4); i++) {
                report.say("round " + i + " ...");
                ofSmall.round(round);
                ofLarge.round(round);
            }
            failures.examples().forEach(report::say);
            report.row("failures", failures.counts());
            report.row(
                    "resident",
                    "%,d MB, with few cases %,d MB"
                            .formatted(new Jvm(large.hall()).resident() >> 10, new Jvm(small.hall()).resident() >> 10));
            boolean quick = large.opening().compareTo(READY_AGAIN) < 0;
            boolean good =
                    Growth.tell(ofSmall.latencies(), ofLarge.latencies(), report) && quick && failures.total() == 0;
            large.keepUnless(good);
            small.keepUnless(good);
            return good;
        }
    }
}
