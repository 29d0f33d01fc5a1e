package org.openhall.api.storage;

/**
 * Thrown by an {@link OutboxConsumer}: what it needs is away for now. The message waits, at most thirty seconds at a time, and comes again
 * as often as it takes; it is no failed try and is never parked for it. Other subjects go on.
 */
public final class Later extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param why what is away, for the log; without personal data
     */
    public Later(String why) {
        super(why, null, false, false);
    }
}
