package org.openhall.api.health;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One part of the hall that must serve before the hall is ready. Registered as a service by the bundle that owns the part; the gate asks
 * all of them on each {@code GET /ready} and until the hall was ready once. Must answer at once, from memory.
 */
@ConsumerType
public interface Readiness {

    /**
     * The part's name.
     *
     * @return a short name as listed in {@code config/org.openhall.portal.gate.cfg}, such as "storage"
     */
    String part();

    /**
     * Whether it serves.
     *
     * @return false while it starts, stops or is broken
     */
    boolean ready();

    /**
     * More for the administrator.
     *
     * @return one sentence without secrets or personal data; may be empty
     */
    String detail();
}
