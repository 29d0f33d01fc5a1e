package org.openhall.bench.load;

import java.time.Duration;

/**
 * What a load showed.
 *
 * @param took from the first to the last answer
 * @param latencies in an open loop from the moment a request was due, in a closed one from the moment it was sent
 * @param silence the longest time during which no answer came at all
 */
public record Measured(Duration took, Latencies latencies, Duration silence) {

    /** A hall that answers less than this share of what is due falls behind. */
    private static final double ENOUGH = 0.95;

    /** Whether the hall kept up with so many a second. */
    public boolean keptUp(double due) {
        return rate() >= ENOUGH * due;
    }

    /** Answers a second. */
    public double rate() {
        return latencies.count() / (took.toNanos() / 1e9);
    }
}
