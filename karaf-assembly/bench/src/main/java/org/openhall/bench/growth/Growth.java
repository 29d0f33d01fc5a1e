package org.openhall.bench.growth;

import java.util.Map;
import org.openhall.bench.load.Latencies;
import org.openhall.bench.report.Report;

/** How much slower the large hall is. */
final class Growth {

    private static final double LONGEST_MILLIS = 50;
    private static final double MOST_TIMES = 1.5;

    private Growth() {}

    /** A line and a row for each figure; whether all of them are as they must be. */
    static boolean tell(Latencies small, Latencies large, Report report) {
        boolean good = true;
        Map<String, Map<String, Object>> before = small.figures();
        for (var figure : large.figures().entrySet()) {
            String kind = figure.getKey();
            if (kind.equals("all") || kind.equals(Visitors.NOTHING_LEFT)) {
                continue;
            }
            if (!before.containsKey(kind)) {
                report.row(kind, "not seen in the small hall");
                good = false;
                continue;
            }
            double was = (double) before.get(kind).get("p99");
            double is = (double) figure.getValue().get("p99");
            double times = is / was;
            boolean fine = is < LONGEST_MILLIS && times <= MOST_TIMES;
            good &= fine;
            report.line(
                    "figure",
                    Map.of(
                            "kind",
                            kind,
                            "small",
                            before.get(kind),
                            "large",
                            figure.getValue(),
                            "times",
                            times,
                            "good",
                            fine));
            report.row(
                    kind,
                    "p50 %6s → %6s ms, p99 %6s → %6s ms, × %.2f%s"
                            .formatted(
                                    before.get(kind).get("p50"),
                                    figure.getValue().get("p50"),
                                    was,
                                    is,
                                    times,
                                    fine ? "" : "  too slow"));
        }
        return good;
    }
}
