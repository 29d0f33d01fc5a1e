package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.openhall.api.users.Post;

final class DeskKeyTest {

    @Test
    void itIsTheOneThatTasksOfOlderHallsGotWhenTheyWereUpgraded() {
        assertThat(HexFormat.of().formatHex(DeskKey.of(new Post("intake", "traffic", "3416"))))
                .isEqualTo("f38b8c8cd97c5b18");
    }
}
