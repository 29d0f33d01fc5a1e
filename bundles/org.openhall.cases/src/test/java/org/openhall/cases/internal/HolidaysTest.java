package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Limit;

class HolidaysTest {

    @Test
    void readsDaysOffAndMakeUpDays() {
        WorkCalendar days = Holidays.of(List.of("# remark", "", "2031-05-01,off,a feast", "2031-05-03, on # Saturday"));

        assertThat(days.counts(LocalDate.of(2031, 5, 1), Limit.Unit.WORKING)).isFalse();
        assertThat(days.counts(LocalDate.of(2031, 5, 1), Limit.Unit.CALENDAR)).isTrue();
        assertThat(days.counts(LocalDate.of(2031, 5, 3), Limit.Unit.WORKING)).isTrue();
        assertThat(days.counts(LocalDate.of(2031, 5, 4), Limit.Unit.WORKING)).isFalse();
    }

    @Test
    void saysWhichLineIsWrong() {
        assertThatThrownBy(() -> Holidays.of(List.of("2031-05-01,off", "May 2,off")))
                .hasMessageContaining("Line 2");
        assertThatThrownBy(() -> Holidays.of(List.of("2031-05-01,maybe"))).hasMessageContaining("Line 1");
        assertThatThrownBy(() -> Holidays.of(List.of("2031-05-01,off", "2031-05-01,on")))
                .hasMessageContaining("twice");
    }
}
