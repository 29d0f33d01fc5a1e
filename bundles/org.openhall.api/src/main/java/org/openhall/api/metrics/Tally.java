package org.openhall.api.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts by labels. Cheap, and safe for many threads. */
public final class Tally {

    /** Beyond so many combinations of labels everything new counts as "other". */
    private static final int MOST = 1_000;

    private static final String OTHER = "other";

    private final String name;
    private final String help;
    private final List<String> labels;
    private final List<String> others;
    private final Map<List<String>, LongAdder> counts = new ConcurrentHashMap<>();

    /**
     * Nothing counted yet.
     *
     * @param name as in {@link Measure#name()}
     * @param help one sentence
     * @param labels their names
     */
    public Tally(String name, String help, String... labels) {
        this.name = name;
        this.help = help;
        this.labels = List.of(labels);
        this.others = this.labels.stream().map(label -> OTHER).toList();
        if (labels.length == 0) {
            counts.put(others, new LongAdder()); // shown as 0 from the start
        }
    }

    /**
     * Counts one.
     *
     * @param values of the labels, in their order
     */
    public void count(String... values) {
        count(1, values);
    }

    /**
     * Counts several.
     *
     * @param amount how many; not negative
     * @param values of the labels, in their order
     */
    public void count(long amount, String... values) {
        List<String> key = List.of(values);
        LongAdder known = counts.get(key);
        if (known == null) {
            known = counts.computeIfAbsent(counts.size() < MOST ? key : others, made -> new LongAdder());
        }
        known.add(amount);
    }

    /** What was counted until now. */
    public Measure.Count measure() {
        List<Measure.Sample> samples = new ArrayList<>();
        counts.forEach((values, count) -> samples.add(new Measure.Sample(labelled(values), count.sum())));
        return new Measure.Count(name, help, samples);
    }

    private Map<String, String> labelled(List<String> values) {
        Map<String, String> labelled = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            labelled.put(labels.get(i), values.get(i));
        }
        return labelled;
    }
}
