package org.openhall.materials.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void keepsNeitherPathNorControlCharacters() {
        assertThat(FileNames.clean("C:\\Users\\li\\营业执照.pdf", "x")).isEqualTo("营业执照.pdf");
        assertThat(FileNames.clean("../../etc/passwd", "x")).isEqualTo("passwd");
        assertThat(FileNames.clean("a\u0000b\r\n\u202Efdp.exe", "x")).isEqualTo("abfdp.exe");
        assertThat(FileNames.clean("..hidden.pdf", "x")).isEqualTo("hidden.pdf");
    }

    @Test
    void givesANameToWhatHasNone() {
        assertThat(FileNames.clean("  /", "drawing.pdf")).isEqualTo("drawing.pdf");
        assertThat(FileNames.clean("...", "drawing.pdf")).isEqualTo("drawing.pdf");
    }

    @Test
    void shortensALongNameAndKeepsItsExtension() {
        String clean = FileNames.clean("图".repeat(300) + ".pdf", "x");
        assertThat(clean).hasSize(200).endsWith("图.pdf");
    }

    @Test
    void neverCutsACharacterInHalf() {
        String clean = FileNames.clean("a" + "𠮷".repeat(200), "x");
        assertThat(clean.length()).isLessThanOrEqualTo(200);
        assertThat(clean.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE))
                .isTrue();
    }
}
