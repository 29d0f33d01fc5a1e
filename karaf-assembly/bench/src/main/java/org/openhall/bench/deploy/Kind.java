package org.openhall.bench.deploy;

/** What an exchange is about. */
public enum Kind {
    /** The next micro of the line that takes filings. */
    MICRO,
    /** A bundle that the door must refuse. */
    BROKEN,
    /** A new line with another form. */
    MINOR,
    /** A micro that changes what only a minor may change, which the door must refuse. */
    DISHONEST,
    /** A correction for the line before, whose cases are still open. */
    OLD_MICRO,
    /** Back to the version before. */
    ROLLBACK;

    boolean refused() {
        return this == BROKEN || this == DISHONEST;
    }
}
