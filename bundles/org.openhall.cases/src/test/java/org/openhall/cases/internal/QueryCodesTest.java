package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryCodesTest {

    @Test
    void aCodeIsReadableAndNeverTheSame() {
        QueryCodes codes = new QueryCodes();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String code = codes.next();
            assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}");
            assertThat(seen.add(code)).isTrue();
        }
    }

    @Test
    void spacesDashesCaseAndLookAlikesDoNotMatter() {
        assertThat(QueryCodes.same("10AB-CD23-4567", "loab cd23　4567")).isTrue();
        assertThat(QueryCodes.same("10AB-CD23-4567", "10AB-CD23-4568")).isFalse();
        assertThat(QueryCodes.same("10AB-CD23-4567", "")).isFalse();
    }
}
