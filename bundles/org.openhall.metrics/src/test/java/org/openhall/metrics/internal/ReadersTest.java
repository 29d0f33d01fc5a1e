package org.openhall.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTest {

    private static final String TOKEN = "a-token-of-the-city-1";

    private final Readers readers = new Readers(TOKEN, true);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.8", "0:0:0:0:0:0:0:1", "::1"})
    void whoAsksOnThisMachineMayRead(String address) {
        assertThat(readers.allows(from(address, Map.of()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "192.0.2.1", "2001:db8:0:0:0:0:0:1"})
    void whoAsksFromElsewhereMayNot(String address) {
        assertThat(readers.allows(from(address, Map.of()))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "x-forwarded-proto", "Forwarded", "X-Real-IP", "Via"})
    void whoComesThroughAProxyOnThisMachineIsFromElsewhere(String header) {
        assertThat(readers.allows(from("127.0.0.1", Map.of(header, "192.0.2.1"))))
                .isFalse();
    }

    @Test
    void whoHasTheTokenMayReadFromAnywhere() {
        Map<String, String> right = Map.of("Authorization", "Bearer " + TOKEN, "X-Forwarded-For", "192.0.2.1");
        Map<String, String> wrong = Map.of("Authorization", "Bearer " + TOKEN + "2");

        assertThat(readers.allows(from("192.0.2.1", right))).isTrue();
        assertThat(readers.allows(from("192.0.2.1", wrong))).isFalse();
    }

    @Test
    void withoutATokenOrWithOneThatIsTooShortNobodyReadsFromElsewhere() {
        assertThat(new Readers("", true).allows(from("192.0.2.1", Map.of("Authorization", "Bearer "))))
                .isFalse();
        assertThat(new Readers("short", true).allows(from("192.0.2.1", Map.of("Authorization", "Bearer short"))))
                .isFalse();
    }

    @Test
    void thisMachineCanBeLeftOut() {
        assertThat(new Readers(TOKEN, false).allows(from("127.0.0.1", Map.of())))
                .isFalse();
    }

    private static HttpServletRequest from(String address, Map<String, String> headers) {
        var any = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        any.putAll(headers);
        return (HttpServletRequest) Proxy.newProxyInstance(
                ReadersTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> address;
                    case "getHeader" -> any.get((String) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
