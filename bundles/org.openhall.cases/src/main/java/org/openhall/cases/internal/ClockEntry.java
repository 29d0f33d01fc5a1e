package org.openhall.cases.internal;

import java.time.Instant;
import java.util.Optional;
import org.openhall.api.catalogue.Limit;

/**
 * One line of the ledger of a clock. Never changed.
 *
 * @param task of whose step; empty for the clock of the whole case
 * @param kind what happened
 * @param at when
 * @param limit of the clock, on every line, so that it can be replayed without the item
 */
record ClockEntry(Optional<Long> task, Kind kind, Instant at, Limit limit) {

    /** What happens to a clock. */
    enum Kind {
        /** The limit is known; nothing counts yet. */
        SET,
        /** Counts from the next day on. */
        START,
        /** Stands still from the next day on. */
        PAUSE,
        /** Counts again from the next day on. */
        RESUME,
        /** Ended. */
        STOP
    }
}
