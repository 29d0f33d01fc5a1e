package org.openhall.storage.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that a test sets. It starts on Friday, 20 November 2026, at nine in Shanghai. */
public final class TestClock extends Clock {

    private final ZoneId zone;
    private volatile Instant now;

    TestClock() {
        this(ZoneId.of("Asia/Shanghai"), Instant.parse("2026-11-20T01:00:00Z"));
    }

    private TestClock(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /** Lets time pass. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    /** Sets the time, also back. */
    public void set(Instant to) {
        now = to;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(other, now);
    }
}
