package org.openhall.catalogue.internal.running;

import java.time.Duration;
import java.util.function.Supplier;

/** How long somebody still waits for permits, over all the calls of one check. For one thread. */
final class Patience {

    private long nanos;

    Patience(Duration whole) {
        nanos = whole.toNanos();
    }

    /** What is left of it. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos));
    }

    /** Does what may have to wait; the time it takes is spent. */
    <T> T during(Supplier<T> work) {
        long begin = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanos -= System.nanoTime() - begin;
        }
    }
}
