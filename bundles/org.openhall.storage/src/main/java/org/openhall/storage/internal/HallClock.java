package org.openhall.storage.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The hall's time in the hall's zone, in microseconds: what the database gives back is what was stored. */
@Component(
        service = Clock.class,
        configurationPid = "org.openhall.storage",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class HallClock extends Clock {

    private final Clock clock;

    @Activate
    public HallClock(StorageSettings settings) {
        this(Clock.system(ZoneId.of(settings.zone())));
    }

    private HallClock(Clock clock) {
        this.clock = Clock.tick(clock, Duration.ofNanos(1_000));
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new HallClock(clock.withZone(zone));
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
