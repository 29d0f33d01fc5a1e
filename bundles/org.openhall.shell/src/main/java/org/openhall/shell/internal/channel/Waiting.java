package org.openhall.shell.internal.channel;

import java.time.Duration;

/** Since when the hall waits for a caller. While a command works, it waits for nobody. */
final class Waiting {

    /** What the caller does not do. */
    enum For {
        /** He gives no command. */
        COMMAND,
        /** He does not take what is sent. */
        READER
    }

    /** One wait. */
    record Wait(For what, long since) {

        boolean longerThan(Duration most) {
            return System.nanoTime() - since > most.toNanos();
        }
    }

    private volatile Wait now = new Wait(For.COMMAND, System.nanoTime());
    private volatile boolean waits;

    void begin(For what) {
        now = new Wait(what, System.nanoTime());
        waits = true;
    }

    void end() {
        waits = false;
    }

    boolean longerThan(Duration most) {
        return waits && now.longerThan(most);
    }

    For what() {
        return now.what();
    }
}
