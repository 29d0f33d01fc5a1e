package org.openhall.cases.internal;

import java.util.Optional;

/**
 * Who does something to a case.
 *
 * @param account empty for the hall itself
 * @param name shown in the history
 * @param post of an official; else empty
 */
record Actor(Optional<Long> account, String name, String post) {

    /** Automatic steps. */
    static final Actor HALL = new Actor(Optional.empty(), "", "");

    static Actor of(long account, String name, String post) {
        return new Actor(Optional.of(account), name, post);
    }
}
