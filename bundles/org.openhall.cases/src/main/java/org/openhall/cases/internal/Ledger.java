package org.openhall.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhall.api.cases.ClockReading;
import org.openhall.api.catalogue.Limit;
import org.openhall.cases.internal.ClockEntry.Kind;

/**
 * The ledger of one clock, of a case or of a task whose step has a limit: only ever added to. Immutable. It is stored in the row of what it times, as
 * {@code 20w S1795420567501 B1795507000000}: days, {@code w} for working or {@code c} for calendar days, then what happened.
 *
 * @param limit of the clock, so that it can be replayed without the item
 * @param entries in the order they came; at least one
 */
record Ledger(Limit limit, List<ClockEntry> entries) {

    /** How a task is stored that has no clock of its own. */
    static final String NONE = "";

    Ledger {
        entries = List.copyOf(entries);
    }

    /** Of a clock that begins. */
    static Ledger begun(Limit limit, Kind kind, Instant at) {
        return new Ledger(limit, List.of(new ClockEntry(kind, at)));
    }

    /** With what happened now. */
    Ledger and(Kind kind, Instant at) {
        List<ClockEntry> longer = new ArrayList<>(entries);
        longer.add(new ClockEntry(kind, at));
        return new Ledger(limit, longer);
    }

    /** The same clock, had it had another limit. */
    Ledger limitedTo(Limit other) {
        return new Ledger(other, entries);
    }

    /** What the clock says. */
    ClockReading read(ClockReplay replay, Instant now) {
        return replay.read(this, now);
    }

    /** As it is stored. */
    String text() {
        String unit = limit.unit() == Limit.Unit.WORKING ? "w" : "c";
        return Stream.concat(Stream.of(limit.days() + unit), entries.stream().map(ClockEntry::text))
                .collect(Collectors.joining(" "));
    }

    /** What is added to a stored one. */
    static String more(Kind kind, Instant at) {
        return " " + new ClockEntry(kind, at).text();
    }

    /** From how it is stored; empty for {@link #NONE}. */
    static Optional<Ledger> parse(String text) {
        if (text.equals(NONE)) {
            return Optional.empty();
        }
        List<String> words = Arrays.asList(text.split(" "));
        String limit = words.get(0);
        int days = Integer.parseInt(limit.substring(0, limit.length() - 1));
        Limit.Unit unit = limit.endsWith("w") ? Limit.Unit.WORKING : Limit.Unit.CALENDAR;
        return Optional.of(new Ledger(
                new Limit(days, unit),
                words.subList(1, words.size()).stream().map(ClockEntry::parse).toList()));
    }
}
