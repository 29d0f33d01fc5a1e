package org.openhall.portal.internal.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhall.api.catalogue.Told;
import org.openhall.portal.internal.view.Texts;
import org.openhall.portal.internal.view.Words;

class ToldWordsTest {

    private final ToldWords chinese = new ToldWords(words("zh"));
    private final ToldWords english = new ToldWords(words("en"));

    private static Words words(String language) {
        return new Words(Texts.load(true), language, ZoneId.of("Asia/Shanghai"));
    }

    @ParameterizedTest
    @EnumSource
    void everySentenceIsSaidInBothLanguages(Told told) {
        String[] arguments = IntStream.range(0, 5).mapToObj(n -> "a" + n).toArray(String[]::new);
        String line = told.say((Object[]) arguments);

        assertThat(english.line(line)).isEqualTo(new ToldWords.Line(line.replace("'", "’"), false));
        ToldWords.Line said = chinese.line(line);
        assertThat(said.english()).isFalse();
        assertThat(said.text()).containsPattern("[\\u4e00-\\u9fff]");
        for (String argument : arguments) {
            assertThat(said.text().contains(argument)).as(argument).isEqualTo(line.contains(argument));
        }
    }

    @Test
    void timesAreThoseOfTheHall() {
        assertThat(chinese.line("1.4.0 will be activated at 2026-11-30T22:30:00Z.")
                        .text())
                .isEqualTo("1.4.0 将在 2026年12月1日 周二 06:30 启用。");
        assertThat(english.line("1.4.0 will be activated at 2026-11-30T22:30:00Z.")
                        .text())
                .contains("1 December 2026, 06:30");
    }

    @Test
    void aPlanThatFailedSaysWhyInTheSameLanguage() {
        String failed = "The activation planned for 2026-11-30T22:30:00Z was not carried out: ";

        assertThat(chinese.line(failed + "Who planned it may not do it any more.")
                        .text())
                .endsWith("没有执行：安排这次启用的人已没有这个权限。");
        assertThat(chinese.line(failed + "ALREADY It serves its line.").text()).endsWith("没有执行：已经是这样了：它正在为它的版本线服务。");
    }

    @Test
    void whatAnExtensionAddsIsSaidStepByStep() {
        assertThat(chinese.line("expert 1.0.0 adds to parking 1.0.0: the step 'look' at intake.accept, the rules a, b.")
                        .text())
                .isEqualTo("expert 1.0.0 为 parking 1.0.0 增加：环节“look”（在 intake.accept）、规则 a, b。");
    }

    @Test
    void aDefectOfABundleStaysAsItIs() {
        String defect = "OPENHALL-INF/item.yaml:9: There is no post aprove.";

        assertThat(chinese.lines(List.of(defect))).containsExactly(new ToldWords.Line(defect, true));
    }
}
