package org.openhall.portal.internal.gate;

import java.util.concurrent.TimeUnit;

/** How fast a client sends, or takes what it is sent, on average over the time that it was waited for. Used by one thread at a time. */
final class Pace {

    /** So long nobody looks: what is small comes and goes in bursts on a bad connection. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** Bytes a second; a modem does more. */
    private static final long SLOWEST = 512;

    /** Bytes a second when others wait for a place; a phone at the edge of its network does more. */
    private static final long SLOWEST_IN_A_CROWD = 16 * 1024;

    private final Passage passage;
    private final long graceNanos;
    private long waited;
    private long moved;

    Pace(Passage passage) {
        this(passage, GRACE_NANOS);
    }

    Pace(Passage passage, long graceNanos) {
        this.passage = passage;
        this.graceNanos = graceNanos;
    }

    /** So many bytes came or went without waiting. */
    void moved(long bytes) {
        moved += bytes;
    }

    /**
     * So many bytes came or went, and the client was waited for.
     *
     * @param began when that began, by {@link System#nanoTime}
     * @throws SlowClient when it is not worth waiting any longer
     */
    void waited(long began, long bytes) throws SlowClient {
        waited += System.nanoTime() - began;
        moved += bytes;
        long slowest = passage.crowded() ? SLOWEST_IN_A_CROWD : SLOWEST;
        if (waited > graceNanos && moved < slowest * TimeUnit.NANOSECONDS.toSeconds(waited)) {
            throw new SlowClient(null);
        }
    }
}
