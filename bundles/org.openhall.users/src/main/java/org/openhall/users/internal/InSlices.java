package org.openhall.users.internal;

import java.util.function.IntUnaryOperator;

/** Deletes what is old in short transactions, however much there is after a long standstill. */
final class InSlices {

    private static final int SLICE = 1_000;

    private InSlices() {}

    /** @param delete deletes at most so many and says how many it were */
    static void delete(IntUnaryOperator delete) {
        while (delete.applyAsInt(SLICE) >= SLICE) {
            // there may be more
        }
    }
}
