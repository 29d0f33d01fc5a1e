package org.openhall.portal.internal.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many requests are in the hall at once. So many are worked on; as many may stand in line, for some seconds only; and as many may stand
 * aside because their client still has to send or to read, so that slow clients keep nobody else out. For whoever finds no place there is a quick
 * answer. Together they use fewer threads than Jetty has.
 */
@Component(service = Turnstile.class, configurationPid = "org.openhall.portal.gate")
public final class Turnstile {

    private static final Logger LOG = LoggerFactory.getLogger(Turnstile.class);
    private static final int DEFAULT = 64;

    /** Settings read from {@code config/org.openhall.portal.gate.cfg}. */
    public @interface Config {
        /** How many requests are worked on at once, at least one; as many may wait for a moment, and as many for their clients. */
        int requests_at_once() default DEFAULT;
    }

    /** Answers whom is turned away. */
    @FunctionalInterface
    interface Away {
        /** @param form whether what was typed may be read, to be given back */
        void answer(boolean form) throws IOException;
    }

    private static final long IN_LINE_MILLIS = 5_000;

    /** Longer than any transaction: whoever comes back was let in before. */
    private static final long BACK_SECONDS = 20;

    private final long inLineMillis;
    private final Semaphore inside;
    private final Semaphore line;
    private final Semaphore aside;
    private final Semaphore outside;
    private final int few;

    @Activate
    public Turnstile(Config config) {
        this(atLeastOne(config.requests_at_once()), IN_LINE_MILLIS);
    }

    Turnstile(int atOnce, long inLineMillis) {
        this.inLineMillis = inLineMillis;
        // fair: whoever has waited longest is next, only those who find a free place on arrival are quicker
        inside = new Semaphore(atOnce, true);
        line = new Semaphore(atOnce);
        aside = new Semaphore(atOnce);
        few = atOnce / 4;
        outside = new Semaphore(Math.max(1, few));
    }

    private static int atLeastOne(int atOnce) {
        if (atOnce < 1) {
            LOG.error("requests.at.once must be at least 1, not {}; {} it is", atOnce, DEFAULT);
        }
        return atOnce < 1 ? DEFAULT : atOnce;
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
        if (!waitAside()) {
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

    /** Turns somebody away. What he typed is read only as long as few others are waited for outside. */
    void away(HttpServletRequest request, Away away) throws IOException {
        boolean waits = Closed.isForm(request) && outside.tryAcquire();
        try {
            away.answer(waits);
        } finally {
            if (waits) {
                outside.release();
            }
        }
    }
}
