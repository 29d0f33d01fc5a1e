package org.openhall.bench.watch;

import java.util.List;

/**
 * The straight line that fits samples best, by least squares.
 *
 * @param slope what the figure rises by for one more of what it is held against
 * @param span from the first to the last sample, of what it is held against
 * @param mean of the figure
 * @param samples how many
 */
public record Trend(double slope, double span, double mean, int samples) {

    /**
     * A sample.
     *
     * @param at what the figure is held against: seconds, or cases
     * @param figure what was read
     */
    public record Sample(double at, double figure) {}

    /** Of no sample or one, or of samples all at the same place, the slope is 0. */
    public static Trend of(List<Sample> samples) {
        double at = samples.stream().mapToDouble(Sample::at).average().orElse(0);
        double mean = samples.stream().mapToDouble(Sample::figure).average().orElse(0);
        double both = 0;
        double square = 0;
        for (Sample sample : samples) {
            both += (sample.at() - at) * (sample.figure() - mean);
            square += (sample.at() - at) * (sample.at() - at);
        }
        double first = samples.stream().mapToDouble(Sample::at).min().orElse(0);
        double last = samples.stream().mapToDouble(Sample::at).max().orElse(0);
        return new Trend(square == 0 ? 0 : both / square, last - first, mean, samples.size());
    }

    /** Of the last two thirds: what is at its place by then should stay there. */
    public static Trend ofLastTwoThirds(List<Sample> samples) {
        double first = samples.stream().mapToDouble(Sample::at).min().orElse(0);
        double last = samples.stream().mapToDouble(Sample::at).max().orElse(0);
        double from = first + (last - first) / 3;
        return of(samples.stream().filter(sample -> sample.at() >= from).toList());
    }

    /** What the figure rises by over the span. */
    public double rise() {
        return slope * span;
    }
}
