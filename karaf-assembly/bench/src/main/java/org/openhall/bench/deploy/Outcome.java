package org.openhall.bench.deploy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Measured;
import org.openhall.bench.report.Report;

/**
 * What was seen while an item was exchanged.
 *
 * @param rate requests a second that were due
 * @param measured from the time they were due
 * @param exchanges in order
 * @param failures must be none
 * @param ready how often {@code /ready} was 200
 * @param gone services of the core that are not the same any more; must be none
 * @param loaders class loaders of the item after a collection
 * @param lines that the hall still keeps open for drafts or cases
 * @param filed cases
 * @param moved drafts whose line took nothing any more
 * @param decided cases
 */
public record Outcome(
        double rate,
        Measured measured,
        List<Exchange> exchanges,
        Failures failures,
        long ready,
        Set<String> gone,
        int loaders,
        int lines,
        long filed,
        long moved,
        long decided) {

    private static final int MOST_LOADERS = 2;

    /** Whether nobody noticed anything. */
    public boolean unnoticed() {
        return failures.total() == 0 && gone.isEmpty() && loaders <= MOST_LOADERS && filed == decided;
    }

    /** How often each kind happened. */
    public Map<Kind, Long> kinds() {
        var kinds = new EnumMap<Kind, Long>(Kind.class);
        exchanges.forEach(one -> kinds.merge(one.kind(), 1L, Long::sum));
        return kinds;
    }

    private Map<String, Long> ways() {
        var ways = new TreeMap<String, Long>();
        exchanges.forEach(one -> ways.merge(one.way(), 1L, Long::sum));
        return ways;
    }

    private long longestExchange() {
        return exchanges.stream()
                .map(Exchange::took)
                .mapToLong(Duration::toMillis)
                .max()
                .orElse(0);
    }

    boolean tell(Report report) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("rate", Math.round(rate));
        line.put("seconds", measured.took().toSeconds());
        line.put("exchanges", exchanges.size());
        line.put("ways", ways());
        line.put("kinds", kinds());
        line.put("filed", filed);
        line.put("moved", moved);
        line.put("decided", decided);
        line.put("failed", failures.total());
        line.put("failures", failures.counts());
        line.put("examples", failures.examples());
        line.put("silenceMillis", measured.silence().toMillis());
        line.put("longestExchangeMillis", longestExchange());
        line.put("latencies", measured.latencies().figures());
        line.put("readyAnswers", ready);
        line.put("coreServicesGone", gone);
        line.put("classLoaders", loaders);
        line.put("linesOpen", lines);
        report.line("exchanged", line);
        report.row(
                "traffic",
                Math.round(rate) + " requests/s for " + measured.took().toSeconds() + " s");
        report.row("exchanges", exchanges.size() + " " + ways() + " " + kinds());
        report.row("cases filed, decided; drafts moved", filed + ", " + decided + "; " + moved);
        report.row("failed", failures.total() + " " + failures.counts());
        report.row(
                "p50 / p99 / longest latency",
                measured.latencies().millis(50) + " / " + measured.latencies().millis(99) + " / "
                        + measured.latencies().millis(100) + " ms");
        report.row("longest time without an answer", measured.silence().toMillis() + " ms");
        report.row("longest exchange", longestExchange() + " ms");
        report.row("ready, always", ready + " times");
        report.row("core services that went away", gone.size() + " " + gone);
        report.row("class loaders of the item after GC", loaders + " (" + lines + " lines open)");
        failures.examples().forEach(report::say);
        return unnoticed();
    }
}
