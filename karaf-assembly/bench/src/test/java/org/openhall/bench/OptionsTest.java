package org.openhall.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final String HELP =
            "[--out FILE] [--stdout] [--rounds N=3] [--warmup S=20] [--clients N,N] [--database h2|postgres] [--upload KB,KB]";

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
    }

    @Test
    void whatAnOptionDoesNotTakeIsSaidBeforeAnythingIsMeasured() {
        assertThatThrownBy(() -> parse("cases", "--rounds", "abc")).hasMessage("--rounds takes a number, not abc");
        assertThatThrownBy(() -> parse("cases", "--rounds", "1,2")).hasMessage("--rounds takes a number, not 1,2");
        assertThatThrownBy(() -> parse("cases", "--clients", "1,x")).hasMessage("--clients takes a number, not 1,x");
        assertThatThrownBy(() -> parse("cases", "--warmup")).hasMessage("--warmup takes a number, not true");
        assertThatThrownBy(() -> parse("cases", "--database", "oracle"))
                .hasMessage("--database takes h2|postgres, not oracle");
        assertThatThrownBy(() -> parse("cases", "--stdout", "5")).hasMessage("--stdout takes nothing, not 5");
        assertThat(parse("cases", "--out", "figures.jsonl").text("out", "")).isEqualTo("figures.jsonl");
    }

    private static Options parse(String... arguments) {
        return Options.parse(arguments, 1, HELP);
    }
}
