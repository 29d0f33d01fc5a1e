package org.openhall.portal.internal.gate;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests are in the hall at once. So many are worked on; as many may stand in line, for some seconds only; and as many may stand
 * aside because their client still has to send or to read, so that slow clients keep nobody else out. For whoever finds no place there is a quick
 * answer. Together they use fewer threads than Jetty has.
 */
final class Turnstile {

    private static final long IN_LINE_MILLIS = 5_000;

    /** Longer than any transaction: whoever comes back was let in before. */
    private static final long BACK_SECONDS = 20;

    private final long inLineMillis;
    private final Semaphore inside;
    private final Semaphore line;
    private final Semaphore aside;
    private final int few;

    /** @param atOnce at least one */
    Turnstile(int atOnce) {
        this(atOnce, IN_LINE_MILLIS);
    }

    Turnstile(int atOnce, long inLineMillis) {
        this.inLineMillis = inLineMillis;
        // fair: whoever has waited longest is next, only those who find a free place on arrival are quicker
        inside = new Semaphore(atOnce, true);
        line = new Semaphore(atOnce);
        aside = new Semaphore(atOnce);
        few = atOnce / 4;
    }

    /** Takes a place inside, after a moment in line if need be. */
    boolean enter() {
        if (inside.tryAcquire()) {
            return true;
        }
        if (!line.tryAcquire()) {
            return false;
        }
        try {
            return inside.tryAcquire(inLineMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            line.release();
        }
    }

    /** Gives the place inside back. */
    void leave() {
        inside.release();
    }

    /** Changes a place inside for one aside; false when all are taken, and then the one inside is kept. */
    boolean stepAside() {
        if (!aside.tryAcquire()) {
            return false;
        }
        inside.release();
        return true;
    }

    /**
     * Changes it back, before those who stand in line when there is a place: what he holds keeps others waiting too. False when nobody left for far
     * too long, and then there is no place any more.
     */
    boolean comeBack() {
        try {
            return inside.tryAcquire() || inside.tryAcquire(BACK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            aside.release();
        }
    }

    /** Whether few places aside are left. */
    boolean crowded() {
        return aside.availablePermits() < few;
    }

    /** Takes a place aside without having been inside. */
    boolean waitAside() {
        return aside.tryAcquire();
    }

    /** Gives a place aside back. */
    void leaveAside() {
        aside.release();
    }
}
