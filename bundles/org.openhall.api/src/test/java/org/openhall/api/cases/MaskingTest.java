package org.openhall.api.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTest {

    @Test
    void aNameKeepsItsEnds() {
        assertThat(Masking.name("李雷")).isEqualTo("李＊");
        assertThat(Masking.name("欧阳小华")).isEqualTo("欧＊＊华");
        assertThat(Masking.name("某市某某广告传媒有限责任公司")).isEqualTo("某＊＊＊＊＊＊司");
        assertThat(Masking.name("𠮷𠮷")).isEqualTo("𠮷＊");
        assertThat(Masking.name("李")).isEqualTo("＊");
        assertThat(Masking.name("")).isEmpty();
    }

    @Test
    void aNumberKeepsThreeAndFour() {
        assertThat(Masking.number("13800001234")).isEqualTo("138****1234");
        assertThat(Masking.number("11010519491231002X")).isEqualTo("110***********002X");
        assertThat(Masking.number("5551234")).isEqualTo("******4");
        assertThat(Masking.number("")).isEmpty();
    }
}
