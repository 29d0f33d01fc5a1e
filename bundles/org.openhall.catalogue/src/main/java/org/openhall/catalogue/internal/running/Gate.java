package org.openhall.catalogue.internal.running;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many calls one version may have at once, and its breaker. The breaker opens when too many threads have not come back, and when
 * too many calls of the last minute had to be given up for time, or one had to be stopped by force: the whole hall feels each of those, so every
 * further one opens it for twice as long.
 */
final class Gate {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long UNBEARABLE = Duration.ofMinutes(5).toNanos();
    private static final long LONGEST = Duration.ofHours(1).toNanos();

    private final Semaphore permits;
    private final Semaphore all;
    private final int limit;
    private final LongSupplier nanos;
    private final Deque<Long> givenUp = new ArrayDeque<>();
    private boolean unbearable;
    private long openUntil;
    private long openFor;
    private int lost;
    private int forgiven;
    private long failures;
    private String lastFailure = "";

    /**
     * A gate whose breaker is closed.
     *
     * @param permits of this version
     * @param all how many all versions may have together
     * @param limit of calls given up at which the breaker opens
     * @param nanos the time
     */
    Gate(int permits, Semaphore all, int limit, LongSupplier nanos) {
        this.permits = new Semaphore(permits);
        this.all = all;
        this.limit = limit;
        this.nanos = nanos;
    }

    /** Takes a permit; false when the breaker is open or none gets free in time. */
    boolean enter(Duration patience) {
        if (open()) {
            return false;
        }
        try {
            if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (!all.tryAcquire()) {
            permits.release();
            return false;
        }
        return true;
    }

    void leave() {
        all.release();
        permits.release();
    }

    /** A call was given up: its thread did not come back in time, or took too much memory. */
    synchronized void lost() {
        lost++;
        gaveUp();
    }

    /** A thread that was given up came back after all. */
    synchronized void cameBack() {
        lost--;
        forgiven = Math.min(forgiven, lost);
    }

    /** A call took all memory, or did not end when it was told to and may keep a processor. Others that do so at the same time are the same accident. */
    synchronized void unbearable() {
        long now = nanos.getAsLong();
        boolean again = unbearable && now - openUntil < LONGEST;
        if (!again || now - openUntil >= 0) {
            openFor = again ? Math.min(LONGEST, 2 * openFor) : UNBEARABLE;
            openUntil = now + openFor;
            unbearable = true;
        }
    }

    /** Whether no call had to be stopped by force lately. */
    synchronized boolean bears() {
        return !unbearable || nanos.getAsLong() - openUntil >= 0;
    }

    /** Notes what went wrong with a call: never what anybody typed. */
    synchronized void failed(String what) {
        failures++;
        lastFailure = what;
    }

    /** Closes the breaker by hand: threads that are lost until now no longer count. */
    synchronized void reset() {
        givenUp.clear();
        unbearable = false;
        forgiven = lost;
    }

    /** Whether the breaker is open. */
    synchronized boolean open() {
        long now = nanos.getAsLong();
        givenUp.removeIf(at -> now - at >= MINUTE);
        return lost - forgiven >= limit || givenUp.size() >= limit || !bears();
    }

    synchronized int lostThreads() {
        return lost;
    }

    synchronized long failures() {
        return failures;
    }

    synchronized Optional<String> lastFailure() {
        return Optional.of(lastFailure).filter(failure -> !failure.isEmpty());
    }

    private void gaveUp() {
        givenUp.add(nanos.getAsLong());
        if (givenUp.size() > limit) {
            givenUp.remove();
        }
    }
}
