package org.openhall.forms.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place of the schema that can be answered.
 *
 * @param spot where the schema says so
 * @param scope as controls name it, from the form or, within a list, from its element
 * @param path names from the form or the element
 * @param key dotted names from the form, for texts
 * @param template RFC 6901 from the form with "-" for list elements
 * @param kind of answer
 * @param format of a text or number; empty when none
 * @param limits the keywords of the schema that limit the value
 * @param check the same, compiled
 * @param required whether it must be answered when it is shown
 * @param choices for choices
 * @param preset default value
 * @param cells places of each element by scope, for {@link Kind#ROWS}
 */
record Place(
        Spot spot,
        String scope,
        List<String> path,
        String key,
        String template,
        Kind kind,
        String format,
        JsonNode limits,
        Schema check,
        boolean required,
        List<Choice> choices,
        Optional<Object> preset,
        Map<String, Place> cells) {

    static final int LONGEST_TEXT = 2_000;
    static final int MOST_ROWS = 50;

    /** How many characters a text may have. */
    int longest() {
        return limits.path("maxLength").asInt(LONGEST_TEXT);
    }

    int mostRows() {
        return limits.path("maxItems").asInt(MOST_ROWS);
    }

    /** How many rows a page draws at least, so that there is something to type into. */
    int fewestRows() {
        return Math.max(limits.path("minItems").asInt(0), required ? 1 : 0);
    }

    Optional<Choice> choice(Object value) {
        for (Choice choice : choices) {
            if (same(choice.value(), value)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    private static boolean same(Object one, Object other) {
        return one instanceof java.math.BigDecimal a && other instanceof java.math.BigDecimal b
                ? a.compareTo(b) == 0
                : one.equals(other);
    }
}
