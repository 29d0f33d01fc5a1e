package org.openhall.portal.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.portal.internal.PortalUnderTest;
import org.openhall.portal.internal.http.Refusal;

/** Bodies of every length, up to the last byte that is allowed. */
final class JsonBodyTest {

    @ParameterizedTest
    @ValueSource(ints = {9, 1023, 1024, 1025, 4096, 4097, 16_384, JsonBody.SMALL - 1, JsonBody.SMALL})
    void aBodyIsReadToItsEnd(int length) {
        JsonBody read = JsonBody.read(body(length), JsonBody.SMALL, PortalUnderTest.json());

        assertThat(read.object()).isEqualTo(Map.of("a", "x".repeat(length - 8)));
    }

    @ParameterizedTest
    @ValueSource(ints = {JsonBody.SMALL + 1, 100_000})
    void aByteMoreIsRefused(int length) {
        assertThatThrownBy(() -> JsonBody.read(body(length), JsonBody.SMALL, PortalUnderTest.json()))
                .isInstanceOf(Refusal.class)
                .hasMessage("413 too-large");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1025})
    void alsoWhereVeryLittleIsAllowed(int length) {
        assertThatThrownBy(() -> JsonBody.read(body(length), 9, PortalUnderTest.json()))
                .isInstanceOf(Refusal.class);
        assertThat(JsonBody.read(body(9), 9, PortalUnderTest.json()).object()).isEqualTo(Map.of("a", "x"));
    }

    @Test
    void whereABodyMayBeLeftOutThereIsNone() {
        var nothing = new ByteArrayInputStream(new byte[0]);

        assertThat(JsonBody.readOptional(nothing, JsonBody.SMALL, PortalUnderTest.json())
                        .object())
                .isEmpty();
    }

    private static ByteArrayInputStream body(int length) {
        return new ByteArrayInputStream(
                ("{\"a\":\"" + "x".repeat(length - 8) + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
