package org.openhall.forms.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource({
        "resident-id, 11010519491231002X, true",
        "resident-id, 110105194912310021, false",
        "resident-id, 11010519491331002X, false",
        "resident-id, 11010519491231002, false",
        "credit-code, 91341600MA2N8K4T7A, true",
        "credit-code, 91341600MA2N8K4T7B, false",
        "credit-code, 91341600MA2N8K4TIA, false",
        "phone, 13805670123, true",
        "phone, 05585550123, true",
        "phone, 4008001234, true",
        "phone, +85223456789, true",
        "phone, 23805670123, false",
        "email, anna.li@example.org, true",
        "email, anna@example, false",
        "email, anna li@example.org, false",
        "date, 2028-02-29, true",
        "date, 2026-02-29, false",
        "date, 2026-2-3, false",
        "date, 0026-02-03, false"
    })
    void aTextIsWhatItClaimsToBe(String format, String text, boolean right) {
        assertThat(Formats.fault(format, text).isEmpty()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phone       | ＋86 138－0567－0123 | 13805670123",
                "phone       | (0558) 555 0123      | 05585550123",
                "phone       | 8613805670123        | 13805670123",
                "resident-id | 110105 19491231 002x | 11010519491231002X",
                "credit-code | ９１341600ma2n8k4t7a | 91341600MA2N8K4T7A",
                "email       | anna＠example.org     | anna@example.org",
                "date        | 2026年11月1日         | 2026-11-01",
                "date        | 2026/11/1            | 2026-11-01",
                "date        | 20261101             | 2026-11-01"
            })
    void whatPeopleTypeIsBroughtIntoOneForm(String format, String typed, String kept) {
        Place place = place(format);

        assertThat(Typed.answer(place, typed, false)).contains(kept);
    }

    private static Place place(String format) {
        Defects defects = new Defects();
        JsonSource source = JsonSource.read("x", "{\"type\": \"string\", \"format\": \"" + format + "\"}", defects)
                .orElseThrow();
        return new PlaceReader(new Checker())
                .plain(Spot.root(source, defects), "#", java.util.List.of("x"), "x", "/x", false)
                .orElseThrow();
    }
}
