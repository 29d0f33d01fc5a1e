package org.openhall.bench.misbehave;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.bench.load.Latencies;
import org.openhall.bench.load.Measured;
import org.openhall.bench.report.Report;
import org.openhall.bench.report.Spread;

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

    /** The filing requests' p99 in the middle one of the rounds with, as a multiple of that without: one stall of the machine does not decide. */
    double ratio() {
        return Spread.of(roundsWith).median() / Spread.of(roundsWithout).median();
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
                "filing p99 %s ms without, %s ms with (min / median / max of the rounds): %.2f times; of all requests %.1f, %.1f ms"
                        .formatted(
                                Spread.of(roundsWithout),
                                Spread.of(roundsWith),
                                ratio(),
                                without.millis(PERCENT),
                                with.millis(PERCENT)));
    }

    private static void add(Measured round, Latencies all, List<Double> rounds) {
        Latencies filing = round.latencies().only(FILING);
        rounds.add(filing.millis(PERCENT));
        all.add(filing);
    }
}
