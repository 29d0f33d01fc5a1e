package org.openhall.bench.misbehave;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openhall.bench.Options;
import org.openhall.bench.Scenario;
import org.openhall.bench.item.VersionRule;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Measured;
import org.openhall.bench.report.Report;
import org.openhall.bench.traffic.Maximum;
import org.openhall.item.Rule;

/** A misbehaving item harms only itself: what others wait for their filings stays within one and a half times. */
public final class MisbehaveBench implements Scenario {

    private final Failures failures = new Failures();

    @Override
    public String name() {
        return "misbehave";
    }

    @Override
    public String help() {
        return "[--rounds N=3] [--round S=60] [--filings PER-SECOND=5] [--harm NAME,...] " + Maximum.HELP
                + "  filing while another item throws, hangs, allocates wildly ...";
    }

    @Override
    public boolean run(Options options, Report report) {
        var plan = new Plan(
                options.number("rounds", 3),
                // the minute for which a breaker stays open, and most of the five after a stop by force
                Duration.ofSeconds(options.number("round", 60)),
                options.number("filings", 5),
                Duration.ofSeconds(options.number("warmup", 60)));
        List<Harm> harms = harms(options);
        List<Comparison> done = new ArrayList<>();
        double rate;
        try (var neighbours = Neighbours.open(failures)) {
            rate = neighbours.half(options, report);
            neighbours.warm(rate, plan.filings(), plan.warmup());
            for (Harm harm : harms) {
                if (!harm.lasting()) {
                    done.add(tell(together(harm, neighbours, rate, plan), report));
                }
            }
        }
        for (Harm harm : harms) {
            if (harm.lasting()) {
                done.add(tell(apart(harm, rate, plan), report));
            }
        }
        report.line("failures", Map.of("counts", failures.counts(), "examples", failures.examples()));
        report.row("traffic", Math.round(rate) + " requests/s, " + plan.filings() + " filings/s on the neighbour");
        report.row("failed", failures.total() + " " + failures.counts());
        failures.examples().forEach(report::say);
        return failures.total() == 0 && done.stream().allMatch(one -> one.ratio() <= Comparison.MOST);
    }

    private record Plan(int rounds, Duration round, int filings, Duration warmup) {}

    /** All rounds in one hall. */
    private static Comparison together(Harm harm, Neighbours neighbours, double rate, Plan plan) {
        var comparison = new Comparison(harm);
        Duration time = plan.round().multipliedBy(harm.rounds());
        for (int i = 0; i < plan.rounds(); i++) {
            comparison.without(neighbours.round(VersionRule.class, rate, plan.filings(), time));
            comparison.with(neighbours.round(harm.rule(), rate, plan.filings(), time));
        }
        return comparison;
    }

    /** Each round in a hall of its own. */
    private Comparison apart(Harm harm, double rate, Plan plan) {
        var comparison = new Comparison(harm);
        Duration time = plan.round().multipliedBy(harm.rounds());
        for (int i = 0; i < plan.rounds(); i++) {
            comparison.without(alone(VersionRule.class, rate, plan, time));
            comparison.with(alone(harm.rule(), rate, plan, time));
        }
        return comparison;
    }

    private Measured alone(Class<? extends Rule> rule, double rate, Plan plan, Duration time) {
        try (var neighbours = Neighbours.open(failures)) {
            neighbours.warm(rate, plan.filings(), plan.warmup());
            return neighbours.round(rule, rate, plan.filings(), time);
        }
    }

    private static Comparison tell(Comparison comparison, Report report) {
        comparison.tell(report);
        return comparison;
    }

    private static List<Harm> harms(Options options) {
        String asked = options.text("harm", "");
        return asked.isEmpty()
                ? List.of(Harm.values())
                : Arrays.stream(asked.split(","))
                        .map(name -> Harm.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList();
    }
}
