package org.openhall.cases.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hall's calendar: which days count, in the zone of its clock. */
@Component(service = HallCalendar.class, configurationPid = "org.openhall.cases.calendar")
public final class HallCalendar {

    private static final Logger LOG = LoggerFactory.getLogger(HallCalendar.class);

    /** Settings read from {@code config/org.openhall.cases.calendar.cfg}. */
    public @interface Config {
        /** The holiday file; a relative path is looked for in the directory of the settings. */
        String holidays() default "org.openhall.holidays.csv";
    }

    private final WorkCalendar calendar;
    private final ClockReplay replay;

    /**
     * Reads the holiday file.
     *
     * @param context for the directory of the settings
     * @param config settings
     * @param clock of the hall
     */
    @Activate
    public HallCalendar(BundleContext context, Config config, @Reference Clock clock) {
        this(read(file(config.holidays(), context)), clock);
    }

    HallCalendar(WorkCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.replay = new ClockReplay(calendar, clock.getZone());
    }

    WorkCalendar days() {
        return calendar;
    }

    ClockReplay replay() {
        return replay;
    }

    private static Path file(String holidays, BundleContext context) {
        String settings = Optional.ofNullable(context.getProperty("karaf.etc")).orElse(".");
        return Path.of(settings).resolve(holidays);
    }

    private static WorkCalendar read(Path file) {
        try {
            WorkCalendar calendar = Holidays.of(file);
            LOG.info(
                    "{} holidays and {} make-up days from {}",
                    calendar.off().size(),
                    calendar.on().size(),
                    file);
            if (calendar.off().isEmpty()) {
                LOG.warn("No holidays are known: every day from Monday to Friday counts as a working day");
            }
            return calendar;
        } catch (IOException failed) {
            throw new UncheckedIOException("The holiday file cannot be read: " + file, failed);
        }
    }
}
