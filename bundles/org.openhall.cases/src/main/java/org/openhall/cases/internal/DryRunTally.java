package org.openhall.cases.internal;

import org.openhall.api.cases.DryRuns.Difference;

/** Counts of a dry run. */
record DryRunTally(int done, int refused, int flagged, int due, int unchecked) {

    static final DryRunTally NONE = new DryRunTally(0, 0, 0, 0, 0);

    DryRunTally and(Difference found) {
        return new DryRunTally(
                done + 1,
                refused + (found.refused().isEmpty() ? 0 : 1),
                flagged + (found.flagged().isEmpty() ? 0 : 1),
                due + (found.dueWould().isEmpty() ? 0 : 1),
                unchecked + (found.unchecked().isEmpty() ? 0 : 1));
    }

    static boolean differs(Difference found) {
        return NONE.and(found).differences() > 0;
    }

    private int differences() {
        return refused + flagged + due + unchecked;
    }
}
