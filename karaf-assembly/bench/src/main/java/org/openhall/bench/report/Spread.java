package org.openhall.bench.report;

import java.util.List;
import java.util.Locale;

/**
 * What rounds of the same measurement gave.
 *
 * @param min the worst or best of them
 * @param median the one in the middle; of an even number, the mean of the two
 * @param max the other end
 */
public record Spread(double min, double median, double max) {

    /** At least one. */
    public static Spread of(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(sorted.size() - 1));
    }

    /** Three figures, the middle one in the middle. */
    @Override
    public String toString() {
        return number(min) + " / " + number(median) + " / " + number(max);
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, figure < 100 ? "%,.1f" : "%,.0f", figure);
    }
}
