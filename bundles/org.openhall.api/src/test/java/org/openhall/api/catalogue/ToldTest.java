package org.openhall.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToldTest {

    @ParameterizedTest
    @EnumSource
    void whatIsSaidIsReadBack(Told told) {
        String[] arguments = IntStream.range(0, 5).mapToObj(n -> "a" + n).toArray(String[]::new);
        String line = told.say((Object[]) arguments);

        assertThat(Told.read(line)).hasValueSatisfying(said -> {
            assertThat(said.told()).isEqualTo(told);
            assertThat(told.say(said.arguments().toArray())).isEqualTo(line);
        });
        assertThat(line).doesNotContain("{", "''");
    }

    @Test
    void anArgumentMayBeAnythingWhereASentenceSaysSo() {
        String line = Told.PLAN_FAILED.say("2026-11-30T22:30:00Z", "DOES_NOT_START item.yaml:3: $1 {0} is (odd).");

        assertThat(Told.read(line))
                .hasValueSatisfying(said -> assertThat(said.arguments())
                        .isEqualTo(List.of("2026-11-30T22:30:00Z", "DOES_NOT_START item.yaml:3: $1 {0} is (odd).")));
    }

    @Test
    void whatIsNoneOfTheSentencesIsLeft() {
        assertThat(Told.read("OPENHALL-INF/item.yaml:9: There is no post aprove."))
                .isEmpty();
    }
}
