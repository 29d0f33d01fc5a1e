package org.openhall.bench.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.openhall.bench.load.Request;

class PaperTest {

    @Test
    void eachFileIsAPdfOfThatSizeAndAnotherOne() {
        Paper paper = Paper.ofSize(200 * 1024);

        String first = content(paper.next());
        String second = content(paper.next());

        assertThat(first).startsWith("%PDF-1.4\n").endsWith("%%EOF\n").hasSize(200 * 1024);
        assertThat(second).hasSize(200 * 1024).isNotEqualTo(first);
    }

    private static String content(byte[] form) {
        String text = new String(form, StandardCharsets.US_ASCII);
        assertThat(text).startsWith("--" + Request.BOUNDARY + "\r\n").endsWith("\r\n--" + Request.BOUNDARY + "--\r\n");
        return text.substring(text.indexOf("\r\n\r\n") + 4, text.lastIndexOf("\r\n--" + Request.BOUNDARY));
    }
}
