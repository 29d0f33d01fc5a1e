package org.openhall.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final String HELP =
            "[--stdout] [--rounds N=3] [--warmup S=20] [--clients N,N] [--database h2|postgres] [--upload KB,KB]";

    @Test
    void numbersListsTextsAndSwitchesAreRead() {
        Options options = parse("cases", "--rounds", "5", "--stdout", "--clients", "1,8,16", "--database", "postgres");

        assertThat(options.number("rounds", 3)).isEqualTo(5);
        assertThat(options.number("warmup", 20)).isEqualTo(20);
        assertThat(options.is("stdout")).isTrue();
        assertThat(options.numbers("clients", List.of(1))).containsExactly(1, 8, 16);
        assertThat(options.numbers("upload", List.of(0, 200))).containsExactly(0, 200);
        assertThat(options.text("database", "h2")).isEqualTo("postgres");
    }

    @Test
    void whatIsNoOptionIsSaid() {
        assertThatThrownBy(() -> parse("cases", "postgres")).hasMessage("no option: postgres");
        assertThatThrownBy(() -> parse("cases", "--warmpu", "60")).hasMessage("no option: --warmpu");
        assertThatThrownBy(() -> parse("cases", "--rounds", "abc").number("rounds", 3))
                .hasMessage("--rounds takes a number, not abc");
    }

    private static Options parse(String... arguments) {
        return Options.parse(arguments, 1, HELP);
    }
}
