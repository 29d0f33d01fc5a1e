package org.openhall.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonJsonTest {

    private final JacksonJson json = new JacksonJson();

    @Test
    void whatIsReadIsWrittenAsItWas() {
        String text = "{\"b\":[1,2.50,true,null,{\"c\":\"市\"}],\"a\":\"\"}";

        assertThat(json.text(json.object(text))).isEqualTo(text);
    }

    @Test
    void numbersAreDecimals() {
        Map<String, Object> object = json.object("{\"a\":1,\"b\":0.1,\"c\":12345678901234567890}");

        assertThat(object.values())
                .containsExactly(new BigDecimal("1"), new BigDecimal("0.1"), new BigDecimal("12345678901234567890"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{\"geheim\":",
                "{\"geheim\":1}x",
                "{\"geheim\":1,\"geheim\":2}",
                "{\"a\":1e99999999}",
                "{\"a\":NaN}",
                "{\"a\":geheim}"
            })
    void whatIsNoObjectIsRefusedWithoutBeingQuoted(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json.object(text))
                .withMessageMatching(".*\\(line \\d+, column \\d+\\)")
                .withMessageNotContaining("geheim");
    }

    @Test
    void nestingHasALimit() {
        String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);

        assertThatIllegalArgumentException().isThrownBy(() -> json.object(deep));
    }

    @Test
    void onlyValuesOfJsonAreWritten() {
        assertThatIllegalArgumentException().isThrownBy(() -> json.text(Map.of("a", Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> json.text(new Object()));
    }
}
