package org.openhall.catalogue.internal.running;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How much of the hall's threads one version may hold, and when it has lost so many that it gets no more. */
final class Gate {

    private final Semaphore permits;
    private final int limit;
    private final AtomicInteger lost = new AtomicInteger();

    Gate(int permits, int limit) {
        this.permits = new Semaphore(permits);
        this.limit = limit;
    }

    /** Takes a permit; false when the breaker is open or none gets free in time. */
    boolean enter(Duration patience) {
        if (open()) {
            return false;
        }
        try {
            return permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        permits.release();
    }

    /** A thread did not come back in time. */
    void lost() {
        lost.incrementAndGet();
    }

    /** A thread that was given up came back after all. */
    void cameBack() {
        lost.decrementAndGet();
    }

    /** Whether the breaker is open: nobody is let in until enough threads came back. */
    boolean open() {
        return lost.get() >= limit;
    }
}
