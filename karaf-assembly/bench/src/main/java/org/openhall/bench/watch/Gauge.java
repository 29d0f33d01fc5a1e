package org.openhall.bench.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * A figure that is watched.
 *
 * @param name as it stands in lines and rows
 * @param every how often it is read
 * @param reading reads it
 * @param against what it is held against; empty for the time
 * @param bound how much it may rise
 */
public record Gauge(
        String name, Duration every, DoubleSupplier reading, Optional<DoubleSupplier> against, Bound bound) {

    /** Held against the time. */
    public static Gauge of(String name, Duration every, DoubleSupplier reading, Bound bound) {
        return new Gauge(name, every, reading, Optional.empty(), bound);
    }
}
