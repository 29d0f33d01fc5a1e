package org.openhall.shell.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words of a terminal's shell become words of the hall's. */
class CommandLineTest {

    @Test
    void aSingleWordIsALine() {
        assertThat(CommandLine.line(List.of("hall:items; bundle:list"))).isEqualTo("hall:items; bundle:list");
    }

    @Test
    void severalWordsStayTheWordsTheyAre() {
        assertThat(CommandLine.line(List.of("hall:item-deploy", "--keep", "报刊 \"亭\" $HOME.jar")))
                .isEqualTo("hall:item-deploy --keep \"报刊 \\\"亭\\\" \\$HOME.jar\"");
        assertThat(CommandLine.line(List.of("hall:items", "a;b|c"))).isEqualTo("hall:items \"a;b|c\"");
        assertThat(CommandLine.line(List.of("hall:items", ""))).isEqualTo("hall:items \"\"");
    }
}
