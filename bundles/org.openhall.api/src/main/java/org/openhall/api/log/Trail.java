package org.openhall.api.log;

import java.util.Map;
import org.openhall.api.catalogue.Version;
import org.slf4j.MDC;

/**
 * What every line that this thread logs says beside its message. Whoever finds out what the work is about adds it; whoever began the work on
 * this thread – the gate for a request, a worker for a delivery – clears it at the end. Holds identifiers only, never names or answers of people.
 */
public final class Trail {

    /** Names a request; a citizen may quote it, since error pages and answers carry it. */
    public static final String REQUEST = "request";

    /** The number of the case. */
    public static final String CASE = "case";

    /** The number of the account that asks or acts. */
    public static final String ACCOUNT = "account";

    /** The key of the item. */
    public static final String ITEM = "item";

    /** The full version of the item. */
    public static final String VERSION = "version";

    /** The number of a message of the outbox. */
    public static final String MESSAGE = "message";

    private Trail() {}

    /**
     * Adds one entry, in place of an earlier one of that name.
     *
     * @param key one of the constants
     * @param value an identifier
     */
    public static void put(String key, String value) {
        MDC.put(key, value);
    }

    /**
     * Adds which item the work is about.
     *
     * @param item its key
     * @param version that serves
     */
    public static void item(String item, Version version) {
        MDC.put(ITEM, item);
        MDC.put(VERSION, version.toString());
    }

    /**
     * What this thread would say, for another one that goes on with the same work.
     *
     * @return a copy
     */
    public static Map<String, String> copy() {
        Map<String, String> copy = MDC.getCopyOfContextMap();
        return copy == null ? Map.of() : copy;
    }

    /**
     * Goes on with the work of another thread; what was said here before is gone.
     *
     * @param trail from {@link #copy()} there
     */
    public static void take(Map<String, String> trail) {
        MDC.setContextMap(trail);
    }

    /** Forgets everything, because the work has ended. */
    public static void clear() {
        MDC.clear();
    }
}
