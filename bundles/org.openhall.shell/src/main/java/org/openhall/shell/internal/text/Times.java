package org.openhall.shell.internal.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.openhall.api.catalogue.Told;

/**
 * Points in time as people type and read them.
 *
 * @param zone in which they are read
 */
public record Times(ZoneId zone) {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

    /** The time with the offset, so that nobody needs to guess the zone. */
    public String show(Instant time) {
        return SHOWN.format(time.atZone(zone));
    }

    /** A line of a report with its times as {@link #show} shows them. */
    public String told(String line) {
        return Told.read(line)
                .map(said -> said.told()
                        .say(said.arguments().stream().map(this::argument).toArray()))
                .orElse(line);
    }

    private String argument(String text) {
        try {
            return show(Instant.parse(text));
        } catch (DateTimeException noTime) {
            // a version, a line, a name
            return text;
        }
    }

    /** Reads an ISO time, with an offset or as the clock on the wall says; empty when it is none. */
    public Optional<Instant> read(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException noOffset) {
            return local(iso);
        }
    }

    private Optional<Instant> local(String iso) {
        try {
            return Optional.of(LocalDateTime.parse(iso).atZone(zone).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
