package org.openhall.bench.misbehave;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.bench.load.Latencies;
import org.openhall.bench.load.Measured;
import org.openhall.bench.report.Report;

/** Rounds beside a neighbour that behaves, in turn with rounds beside one that does not. */
final class Comparison {

    static final double MOST = 1.5;

    private static final List<String> FILING = List.of("open", "answer", "submit");
    private static final double PERCENT = 99;

    private final Harm harm;
    private final Latencies without = new Latencies();
    private final Latencies with = new Latencies();
    private final List<Double> roundsWithout = new ArrayList<>();
    private final List<Double> roundsWith = new ArrayList<>();

    Comparison(Harm harm) {
        this.harm = harm;
    }

    void without(Measured round) {
        add(round, without, roundsWithout);
    }

    void with(Measured round) {
        add(round, with, roundsWith);
    }

    /** p99 of all filing requests of all rounds with, as a multiple of that without. */
    double ratio() {
        return with.millis(PERCENT) / without.millis(PERCENT);
    }

    void tell(Report report) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("harm", harm);
        line.put("p99Without", without.millis(PERCENT));
        line.put("p99With", with.millis(PERCENT));
        line.put("ratio", Math.round(ratio() * 100) / 100.0);
        line.put("roundsWithout", roundsWithout);
        line.put("roundsWith", roundsWith);
        line.put("without", without.figures());
        line.put("with", with.figures());
        report.line("compared", line);
        report.row(
                harm.name().toLowerCase(java.util.Locale.ROOT),
                "filing p99 %.1f ms without, %.1f ms with: %.2f times; rounds %s, %s"
                        .formatted(without.millis(PERCENT), with.millis(PERCENT), ratio(), roundsWithout, roundsWith));
    }

    private static void add(Measured round, Latencies all, List<Double> rounds) {
        Latencies filing = round.latencies().only(FILING);
        rounds.add(filing.millis(PERCENT));
        all.add(filing);
    }
}
