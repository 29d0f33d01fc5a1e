package org.openhall.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.openhall.api.cases.ClockReading;
import org.openhall.api.cases.ClockReading.State;
import org.openhall.api.catalogue.Limit;

/**
 * Reads a clock by replaying its ledger. The day on which it starts or goes on does not count, the day on which it is paused or stopped
 * does; so a pause within one day changes nothing. (行政许可法 and 民法典: 期间开始的日不计算在期间内.)
 */
final class ClockReplay {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final WorkCalendar calendar;
    private final ZoneId zone;

    ClockReplay(WorkCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** What the clock says at an instant. */
    ClockReading read(Ledger ledger, Instant now) {
        Run run = new Run(ledger.limit());
        ledger.entries().forEach(run::take);
        return run.at(day(now));
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** End of a day in the hall's zone. */
    Instant end(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(zone).toInstant();
    }

    /** One replay. */
    private final class Run {

        private final Limit limit;
        private State state = State.WAITING;
        private int used;
        private LocalDate since = LocalDate.MIN;
        private Optional<LocalDate> stoppedDue = Optional.empty();

        Run(Limit limit) {
            this.limit = limit;
        }

        void take(ClockEntry entry) {
            LocalDate day = day(entry.at());
            switch (entry.kind()) {
                case SET -> {}
                case START -> go(State.WAITING, day);
                case RESUME -> go(State.PAUSED, day);
                case PAUSE -> stand(State.PAUSED, day);
                case STOP -> stand(State.STOPPED, day);
            }
        }

        private void go(State from, LocalDate day) {
            if (state == from) {
                state = State.RUNNING;
                since = day;
            }
        }

        private void stand(State next, LocalDate day) {
            if (state == State.RUNNING) {
                stoppedDue = next == State.STOPPED ? Optional.of(last()) : Optional.empty();
                used += calendar.between(since, day, limit.unit());
            }
            if (state != State.STOPPED && (state != State.WAITING || next == State.STOPPED)) {
                state = next;
            }
        }

        /** The last day, should it run on from here; in the past when all days were used before. */
        private LocalDate last() {
            int left = limit.days() - used;
            return left >= 0 ? calendar.after(since, left, limit.unit()) : since;
        }

        ClockReading at(LocalDate today) {
            if (state == State.RUNNING) {
                LocalDate last = last();
                int left = limit.days() - used - calendar.between(since, today, limit.unit());
                // On a day off after the last day nothing more has been counted, and yet it is over.
                int honest = today.isAfter(last) ? Math.min(left, -1) : left;
                return new ClockReading(state, limit, Optional.of(end(last)), honest);
            }
            return new ClockReading(state, limit, stoppedDue.map(ClockReplay.this::end), limit.days() - used);
        }
    }
}
