package org.openhall.portal.internal.gate;

/** What lies behind a failure. */
public final class Causes {

    private Causes() {}

    /** Whether a failure is of a kind, or has one as its cause. */
    public static boolean have(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return true;
            }
        }
        return false;
    }
}
