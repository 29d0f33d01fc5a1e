package org.openhall.portal.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.ClockReading;
import org.openhall.api.catalogue.Limit;

class WordsTest {

    private static final Instant MOMENT = Instant.parse("2026-11-21T04:03:00Z");

    private final Words chinese = new Words(Texts.load(true), "zh", ZoneId.of("Asia/Shanghai"));
    private final Words english = new Words(Texts.load(true), "en", ZoneId.of("Asia/Shanghai"));

    @Test
    void datesAreWrittenForPeople() {
        assertThat(chinese.date(MOMENT)).isEqualTo("2026年11月21日 周六");
        assertThat(english.date(MOMENT)).isEqualTo("Saturday 21 November 2026");
        assertThat(chinese.dateTime(MOMENT)).isEqualTo("2026年11月21日 周六 12:03");
        assertThat(chinese.shortDate(MOMENT)).isEqualTo("11-21 周六");
    }

    @Test
    void aLimitSaysWhatIsLeftOfIt() {
        assertThat(chinese.left(running(3))).isEqualTo("还剩 3 个工作日");
        assertThat(chinese.left(running(0))).isEqualTo("今天到期");
        assertThat(english.left(running(-1))).isEqualTo("1 working day overdue");
        assertThat(chinese.dueState(running(4))).isEqualTo("ok");
        assertThat(chinese.dueState(running(3))).isEqualTo("soon");
        assertThat(chinese.dueState(running(0))).isEqualTo("late");
    }

    @Test
    void sizesAreShort() {
        assertThat(chinese.fileSize(12)).isEqualTo("12 B");
        assertThat(chinese.fileSize(1025)).isEqualTo("2 KB");
        assertThat(chinese.fileSize(20L * 1024 * 1024)).isEqualTo("20 MB");
        assertThat(chinese.fileSize(1_258_291)).isEqualTo("1.2 MB");
    }

    @Test
    void aQrCodeIsDrawnAsOnePath() {
        QrCode code = QrCode.of("http://127.0.0.1/progress?number=20261120-000127");
        assertThat(code.path()).startsWith("M4 4h7v1H4z");
        assertThat(code.size()).isGreaterThan(25);
    }

    private static ClockReading running(int left) {
        return new ClockReading(
                ClockReading.State.RUNNING, new Limit(10, Limit.Unit.WORKING), Optional.of(MOMENT), left);
    }
}
