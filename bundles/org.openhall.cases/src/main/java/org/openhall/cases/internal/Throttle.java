package org.openhall.cases.internal;

import java.time.Duration;

/**
 * How many wrong tries an address has.
 *
 * @param tries so many
 * @param minutes within so many minutes
 */
record Throttle(int tries, int minutes) {

    Duration window() {
        return Duration.ofMinutes(minutes);
    }
}
