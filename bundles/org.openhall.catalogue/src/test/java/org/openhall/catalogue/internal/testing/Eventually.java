package org.openhall.catalogue.internal.testing;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits for what other threads do. */
public final class Eventually {

    private static final long PATIENCE = 30_000_000_000L;

    private Eventually() {}

    /** Returns when the assertion holds; fails as it does when it does not hold in time. */
    public static void holds(ThrowingCallable assertion) throws Throwable {
        long until = System.nanoTime() + PATIENCE;
        while (true) {
            try {
                assertion.call();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }
}
