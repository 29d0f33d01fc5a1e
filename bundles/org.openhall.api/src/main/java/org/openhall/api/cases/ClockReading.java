package org.openhall.api.cases;

import java.time.Instant;
import java.util.Optional;
import org.openhall.api.catalogue.Limit;

/**
 * What a clock says now, replayed from its ledger.
 *
 * @param state whether it counts
 * @param limit the limit
 * @param due end of the last day; empty before the start and while paused
 * @param left days left in the unit of the limit: 0 today, negative when overdue; counted for a paused clock at its pause
 */
public record ClockReading(State state, Limit limit, Optional<Instant> due, int left) {

    /** Whether it counts. */
    public enum State {
        /** Not started. */
        WAITING,
        /** Counts. */
        RUNNING,
        /** Stands still. */
        PAUSED,
        /** Ended. */
        STOPPED
    }
}
