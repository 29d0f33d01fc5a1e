package org.openhall.api.metrics;

import java.util.List;
import java.util.Map;

/** Numbers of one meaning. Names are lower case with underscores, begin with {@code hall_} and end with the unit: seconds, bytes. */
public sealed interface Measure {

    /** The name, without the suffix {@code _total}. */
    String name();

    /** One sentence that explains it. */
    String help();

    /**
     * One number.
     *
     * @param labels names and values that tell it from its likes
     * @param value the number
     */
    record Sample(Map<String, String> labels, double value) {}

    /**
     * How often something was how large.
     *
     * @param labels names and values that tell it from its likes
     * @param bounds upper bounds, ascending
     * @param counts how many fell below each bound and above the one before; one more for those above the last
     * @param sum of all
     */
    record Distribution(Map<String, String> labels, List<Double> bounds, List<Long> counts, double sum) {}

    /**
     * What only grows, from 0 at the start of the hall.
     *
     * @param name the name
     * @param help one sentence
     * @param samples one per combination of labels
     */
    record Count(String name, String help, List<Sample> samples) implements Measure {}

    /**
     * What goes up and down.
     *
     * @param name the name
     * @param help one sentence
     * @param samples one per combination of labels
     */
    record Level(String name, String help, List<Sample> samples) implements Measure {

        /** A single number without labels. */
        public static Level of(String name, String help, double value) {
            return new Level(name, help, List.of(new Sample(Map.of(), value)));
        }
    }

    /**
     * How sizes or durations are spread.
     *
     * @param name the name
     * @param help one sentence
     * @param distributions one per combination of labels
     */
    record Spread(String name, String help, List<Distribution> distributions) implements Measure {}
}
