package org.openhall.bench.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** How long answers took, by kind of request; two digits are exact. Each client fills its own, they are added up at the end. */
public final class Latencies {

    private static final String ALL = "all";

    private final Map<String, Histogram> kinds = new TreeMap<>();

    public Latencies() {
        kinds.put(ALL, empty());
    }

    /** One answer. */
    public void record(String kind, long nanos) {
        kinds.get(ALL).recordValue(nanos);
        kinds.computeIfAbsent(kind, any -> empty()).recordValue(nanos);
    }

    /** Adds those of others. */
    public void add(Latencies others) {
        others.kinds.forEach(
                (kind, more) -> kinds.computeIfAbsent(kind, any -> empty()).add(more));
    }

    /** Those of some kinds. */
    public Latencies only(List<String> wanted) {
        var some = new Latencies();
        wanted.stream().filter(kinds::containsKey).forEach(kind -> {
            some.kinds.put(kind, kinds.get(kind).copy());
            some.kinds.get(ALL).add(kinds.get(kind));
        });
        return some;
    }

    /** Number of all answers. */
    public long count() {
        return kinds.get(ALL).getTotalCount();
    }

    /** Milliseconds that so many per cent of all answers did not exceed. */
    public double millis(double percent) {
        return millis(kinds.get(ALL).getValueAtPercentile(percent));
    }

    /** Count, p50, p99 and the longest, by kind, in milliseconds. */
    public Map<String, Map<String, Object>> figures() {
        Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
        kinds.forEach((kind, of) -> {
            Map<String, Object> figure = new LinkedHashMap<>();
            figure.put("count", of.getTotalCount());
            figure.put("p50", millis(of.getValueAtPercentile(50)));
            figure.put("p99", millis(of.getValueAtPercentile(99)));
            figure.put("max", millis(of.getMaxValue()));
            figures.put(kind, figure);
        });
        return figures;
    }

    private static Histogram empty() {
        Histogram histogram = new Histogram(2);
        histogram.setAutoResize(true);
        return histogram;
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 10_000.0) / 100.0;
    }
}
