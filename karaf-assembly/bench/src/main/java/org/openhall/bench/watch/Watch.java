package org.openhall.bench.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.openhall.bench.load.Failures;
import org.openhall.bench.watch.Trend.Sample;

/** Reads gauges on a thread of its own until it is closed. */
public final class Watch implements AutoCloseable {

    /** So few samples say nothing. */
    private static final int FEWEST = 3;

    private final List<Gauge> gauges;
    private final List<List<Sample>> samples;
    private final Consumer<Map<String, Object>> each;
    private final Failures failures;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private final long began = System.nanoTime();

    /**
     * Begins.
     *
     * @param gauges read in this order
     * @param each told of what was read at one time
     * @param failures a gauge that cannot be read is one
     */
    public Watch(List<Gauge> gauges, Consumer<Map<String, Object>> each, Failures failures) {
        this.gauges = List.copyOf(gauges);
        this.samples = gauges.stream()
                .map(any -> (List<Sample>) new ArrayList<Sample>())
                .toList();
        this.each = each;
        this.failures = failures;
        thread = new Thread(this::watch, "watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** What became of a gauge. */
    public record Verdict(String name, double first, double last, double most, Trend trend, double allowed) {

        /** Whether it stayed within its bound. */
        public boolean good() {
            return trend.samples() >= FEWEST && trend.rise() <= allowed;
        }

        /** For programs. */
        public Map<String, Object> line() {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("gauge", name);
            line.put("first", first);
            line.put("last", last);
            line.put("most", most);
            line.put("slope", trend.slope());
            line.put("rise", trend.rise());
            line.put("allowed", allowed);
            line.put("samples", trend.samples());
            line.put("flat", good());
            return line;
        }

        /** For people. */
        public String words() {
            return "%,.0f -> %,.0f, at most %,.0f; rises by %,.1f in the last two thirds, %,.1f are allowed: %s"
                    .formatted(first, last, most, trend.rise(), allowed, good() ? "flat" : "NOT FLAT");
        }
    }

    /** Reads no more. */
    @Override
    public void close() {
        ended.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of every gauge; only when it is closed. */
    public List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < gauges.size(); i++) {
            List<Sample> read = samples.get(i);
            Trend trend = Trend.ofLastTwoThirds(read);
            verdicts.add(new Verdict(
                    gauges.get(i).name(),
                    read.isEmpty() ? 0 : read.get(0).figure(),
                    read.isEmpty() ? 0 : read.get(read.size() - 1).figure(),
                    read.stream().mapToDouble(Sample::figure).max().orElse(0),
                    trend,
                    gauges.get(i).bound().allowed(trend)));
        }
        return verdicts;
    }

    private void watch() {
        try {
            for (long tick = 0; !ended.await(untilMillis(tick), TimeUnit.MILLISECONDS); tick++) {
                read(tick);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failures.add("watch", e.toString());
        }
    }

    /** Ticks are seconds. */
    private long untilMillis(long tick) {
        return Math.max(1, tick * 1000 - (System.nanoTime() - began) / 1_000_000);
    }

    private void read(long tick) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("seconds", tick);
        for (int i = 0; i < gauges.size(); i++) {
            Gauge gauge = gauges.get(i);
            if (tick % gauge.every().toSeconds() == 0) {
                double figure = gauge.reading().getAsDouble();
                double at = gauge.against().map(DoubleSupplier::getAsDouble).orElse((double) tick);
                samples.get(i).add(new Sample(at, figure));
                line.put(gauge.name(), figure);
            }
        }
        if (line.size() > 1) {
            each.accept(line);
        }
    }
}
