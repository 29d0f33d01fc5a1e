package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void whatAListGaveIsUnderstoodAgain() {
        var position = new Position(Instant.parse("2026-11-21T04:03:00.123456Z"), 77);
        assertThat(Position.parse(Optional.of(position.toString()))).contains(position);
        var undated = new Position(TaskTable.NEVER, Long.MAX_VALUE);
        assertThat(Position.parse(Optional.of(undated.toString()))).contains(undated);
        assertThat(Position.parse(Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "2026-11-21T04:03:00Z",
                "2026-11-21T04:03:00Z_",
                "2026-11-21T04:03:00Z_x",
                "2026-13-21T04:03:00Z_1",
                "-999999999-01-01T00:00:00Z_1",
                "+999999999-12-31T00:00:00Z_1",
                "1969-12-31T23:59:59Z_1"
            })
    void whatNoListEverGaveIsRefusedBeforeTheDatabaseSeesIt(String after) {
        assertThatThrownBy(() -> Position.parse(Optional.of(after))).isInstanceOf(IllegalArgumentException.class);
    }
}
