package org.openhall.cases.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.openhall.api.catalogue.Limit;

/**
 * Which days count.
 *
 * @param off days off that are no weekend
 * @param on working days at a weekend (make-up days)
 */
record WorkCalendar(Set<LocalDate> off, Set<LocalDate> on) {

    WorkCalendar {
        off = Set.copyOf(off);
        on = Set.copyOf(on);
    }

    /** Whether a day counts in this unit. */
    boolean counts(LocalDate day, Limit.Unit unit) {
        return unit == Limit.Unit.CALENDAR || working(day);
    }

    private boolean working(LocalDate day) {
        if (on.contains(day)) {
            return true;
        }
        return !off.contains(day) && day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The last of so many counting days after a day, which itself does not count. */
    LocalDate after(LocalDate day, int days, Limit.Unit unit) {
        LocalDate last = day;
        for (int left = days; left > 0; ) {
            last = last.plusDays(1);
            if (counts(last, unit)) {
                left--;
            }
        }
        return last;
    }

    /** How many counting days lie after {@code from}, up to and with {@code to}. */
    int between(LocalDate from, LocalDate to, Limit.Unit unit) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (counts(day, unit)) {
                days++;
            }
        }
        return days;
    }
}
