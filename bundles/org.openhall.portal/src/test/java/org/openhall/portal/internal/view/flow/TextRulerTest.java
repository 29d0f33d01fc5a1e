package org.openhall.portal.internal.view.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextRulerTest {

    @Test
    void chineseBreaksAnywhereButNotBeforeAComma() {
        assertThat(TextRuler.lines("城市管理综合执法部门会审", 10, false, 60)).containsExactly("城市管理综合", "执法部门会审");
        assertThat(TextRuler.lines("一二三，四五六", 10, false, 30)).containsExactly("一二三，", "四五六");
        assertThat(TextRuler.lines("一二（三四）", 10, false, 30)).containsExactly("一二（三", "四）");
    }

    @Test
    void englishBreaksBetweenWordsAndAWordOnlyWhenItIsTooLong() {
        assertThat(TextRuler.lines("Expert opinion on safety", 10, false, 80))
                .containsExactly("Expert opinion", "on safety");
        assertThat(TextRuler.lines("Donaudampfschifffahrt", 10, false, 60)).hasSizeGreaterThan(1);
        assertThat(String.join("", TextRuler.lines("Donaudampfschifffahrt", 10, false, 60)))
                .isEqualTo("Donaudampfschifffahrt");
    }

    @Test
    void aChineseCharacterIsAsWideAsItIsHigh() {
        assertThat(TextRuler.width("受理", 14, false)).isEqualTo(28);
        assertThat(TextRuler.width("ab", 14, false)).isBetween(12.0, 20.0);
        assertThat(TextRuler.lines("", 14, false, 100)).isEmpty();
    }
}
