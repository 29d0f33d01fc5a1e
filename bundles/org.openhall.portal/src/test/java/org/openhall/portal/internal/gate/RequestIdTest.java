package org.openhall.portal.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "7f3d0c", "city-proxy.12_ab", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"})
    void aProxyMayNameTheRequest(String given) {
        assertThat(RequestId.of(given)).isEqualTo(given);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-a", "a b", "a\"b", "<b>", "a\r\nSet-Cookie: x=1", "编号", "a;b", "{x}", "${x}"})
    void whatCouldBreakOutOfALineAHeaderOrAPageGetsANewName(String given) {
        assertThat(RequestId.of(given)).matches("[0-9a-f]{16}").isNotEqualTo(given);
    }

    @Test
    void aNameThatIsTooLongGetsANewOne() {
        assertThat(RequestId.of("a".repeat(64))).hasSize(64);
        assertThat(RequestId.of("a".repeat(65))).hasSize(16);
    }
}
