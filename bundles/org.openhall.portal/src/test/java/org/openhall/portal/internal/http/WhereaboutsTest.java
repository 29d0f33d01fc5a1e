package org.openhall.portal.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereaboutsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "/ > /",
                "/items/{code} > /items/{code}",
                "/api/v1/applications/{id:[0-9]{1,18}}/answers > /api/v1/applications/{id}/answers",
                "/filing/{draft: [0-9]{1,18}}/files/{file: [0-9]{1,18}} > /filing/{draft}/files/{file}",
                "/admin/items/{item}/{act: withdraw|restore|reset} > /admin/items/{item}/{act}",
                "/api/v1//cases/ > /api/v1/cases"
            })
    void aRouteIsThePatternWithoutItsExpressions(String template, String route) {
        assertThat(Whereabouts.readable(template)).isEqualTo(route);
    }
}
