package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.ClockReading;
import org.openhall.api.cases.ClockReading.State;
import org.openhall.api.catalogue.Limit;
import org.openhall.cases.internal.ClockEntry.Kind;

/** 20 November 2026 is a Friday. */
class ClockReplayTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Limit TWO_WORKING_DAYS = new Limit(2, Limit.Unit.WORKING);

    private final ClockReplay weekends = new ClockReplay(Holidays.weekendsOnly(), ZONE);

    @Test
    void theDayOfTheStartDoesNotCount() {
        ClockReading reading =
                read(weekends, new Ticks(TWO_WORKING_DAYS).start("2026-11-23T08:00"), "2026-11-23T09:00");

        assertThat(reading.state()).isEqualTo(State.RUNNING);
        assertThat(reading.due()).contains(at("2026-11-25T23:59:59"));
        assertThat(reading.left()).isEqualTo(2);
    }

    @Test
    void aWeekendDoesNotCountInWorkingDays() {
        Ticks ticks = new Ticks(TWO_WORKING_DAYS).start("2026-11-20T10:00");

        assertThat(read(weekends, ticks, "2026-11-22T10:00").left()).isEqualTo(2);
        assertThat(read(weekends, ticks, "2026-11-23T10:00").left()).isEqualTo(1);
        assertThat(read(weekends, ticks, "2026-11-24T23:59").left()).isZero();
        assertThat(read(weekends, ticks, "2026-11-25T00:00").left()).isEqualTo(-1);
        assertThat(read(weekends, ticks, "2026-11-20T10:00").due()).contains(at("2026-11-24T23:59:59"));
    }

    @Test
    void aWeekendCountsInCalendarDays() {
        Ticks ticks = new Ticks(new Limit(2, Limit.Unit.CALENDAR)).start("2026-11-20T10:00");

        assertThat(read(weekends, ticks, "2026-11-20T10:00").due()).contains(at("2026-11-22T23:59:59"));
    }

    @Test
    void aHolidayIsSkippedAndAMakeUpDayCounts() {
        ClockReplay replay = new ClockReplay(
                new WorkCalendar(Set.of(LocalDate.of(2026, 11, 23)), Set.of(LocalDate.of(2026, 11, 21))), ZONE);

        ClockReading reading = read(replay, new Ticks(TWO_WORKING_DAYS).start("2026-11-20T10:00"), "2026-11-20T11:00");

        // Saturday 21 counts, Monday 23 does not, Tuesday 24 is the second day.
        assertThat(reading.due()).contains(at("2026-11-24T23:59:59"));
    }

    @Test
    void onADayOffAfterTheLastDayItIsOverdueAlready() {
        Ticks ticks = new Ticks(new Limit(1, Limit.Unit.WORKING)).start("2026-11-19T10:00");

        assertThat(read(weekends, ticks, "2026-11-20T20:00").left()).isZero();
        assertThat(read(weekends, ticks, "2026-11-21T08:00").left()).isEqualTo(-1);
        assertThat(read(weekends, ticks, "2026-11-24T08:00").left()).isEqualTo(-2);
    }

    @Test
    void theDaysOfAPauseAreAddedAtTheEnd() {
        Ticks ticks = new Ticks(new Limit(3, Limit.Unit.WORKING))
                .start("2026-11-16T09:00")
                .pause("2026-11-17T09:00");
        ClockReading paused = read(weekends, ticks, "2026-12-01T09:00");
        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.due()).isEmpty();
        assertThat(paused.left()).isEqualTo(2);

        ticks.resume("2026-12-01T09:00");
        assertThat(read(weekends, ticks, "2026-12-01T10:00").due()).contains(at("2026-12-03T23:59:59"));
        assertThat(read(weekends, ticks, "2026-12-02T10:00").left()).isEqualTo(1);
    }

    @Test
    void aPauseWithinOneDayChangesNothing() {
        Ticks through = new Ticks(TWO_WORKING_DAYS).start("2026-11-16T09:00");
        Ticks paused = new Ticks(TWO_WORKING_DAYS)
                .start("2026-11-16T09:00")
                .pause("2026-11-17T09:00")
                .resume("2026-11-17T15:00");

        assertThat(read(weekends, paused, "2026-11-17T16:00")).isEqualTo(read(weekends, through, "2026-11-17T16:00"));
    }

    @Test
    void aStoppedClockKeepsWhatItSaid() {
        Ticks ticks = new Ticks(TWO_WORKING_DAYS).start("2026-11-16T09:00").stop("2026-11-17T09:00");

        ClockReading reading = read(weekends, ticks, "2027-11-17T09:00");

        assertThat(reading.state()).isEqualTo(State.STOPPED);
        assertThat(reading.left()).isEqualTo(1);
        assertThat(reading.due()).contains(at("2026-11-18T23:59:59"));
        assertThat(read(weekends, ticks.resume("2026-12-01T09:00"), "2027-11-17T09:00"))
                .isEqualTo(reading);
    }

    @Test
    void aClockThatIsOnlySetWaits() {
        ClockReading reading = read(weekends, new Ticks(TWO_WORKING_DAYS), "2026-11-17T09:00");

        assertThat(reading).isEqualTo(new ClockReading(State.WAITING, TWO_WORKING_DAYS, Optional.empty(), 2));
    }

    @Test
    void midnightIsThatOfTheHallsZone() {
        // 20:00 on the 16th in Greenwich is the 17th in Shanghai.
        Ticks ticks = new Ticks(new Limit(1, Limit.Unit.WORKING));
        ticks.add(Kind.START, Instant.parse("2026-11-16T20:00:00Z"));

        assertThat(read(weekends, ticks, "2026-11-17T10:00").due()).contains(at("2026-11-18T23:59:59"));
    }

    private static ClockReading read(ClockReplay replay, Ticks ticks, String now) {
        Ledger stored = Ledger.parse(ticks.ledger.text()).orElseThrow();
        assertThat(stored).isEqualTo(ticks.ledger);
        return stored.read(replay, at(now));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    /** A ledger being written. */
    private static final class Ticks {

        private Ledger ledger;

        Ticks(Limit limit) {
            ledger = Ledger.begun(limit, Kind.SET, at("2026-11-01T08:00"));
        }

        Ticks start(String local) {
            return add(Kind.START, at(local));
        }

        Ticks pause(String local) {
            return add(Kind.PAUSE, at(local));
        }

        Ticks resume(String local) {
            return add(Kind.RESUME, at(local));
        }

        Ticks stop(String local) {
            return add(Kind.STOP, at(local));
        }

        Ticks add(Kind kind, Instant at) {
            ledger = ledger.and(kind, at);
            return this;
        }
    }
}
