package org.openhall.forms.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Holds one value against the limits of its place; the first thing wrong counts. */
final class Limits {

    private Limits() {}

    /** The path of a region from the top, empty when the directory does not know it. */
    interface RegionPaths extends Function<String, Optional<List<String>>> {}

    static Optional<Fault> fault(Place place, Object value, RegionPaths regions) {
        Optional<Fault> type = type(place, value);
        if (type.isPresent()) {
            return type;
        }
        if (value instanceof String text && place.kind() == Kind.TEXT) {
            // Before anything else, so that a pattern never meets a text of any length.
            int length = text.codePointCount(0, text.length());
            if (length > place.longest()) {
                return Optional.of(new Fault(
                        "too-long",
                        "too-long",
                        Map.of("limit", Integer.toString(place.longest()), "n", Integer.toString(length))));
            }
            Optional<Fault> format = place.format().equals("region")
                    ? regions.apply(text).isPresent() ? Optional.empty() : Optional.of(Fault.of("format", "region"))
                    : Formats.fault(place.format(), text);
            if (format.isPresent()) {
                return format;
            }
        }
        List<Error> errors = place.check().validate(Nodes.of(value));
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(keyword(place, errors.get(0).getKeyword()));
    }

    private static Optional<Fault> type(Place place, Object value) {
        boolean fits = switch (place.kind()) {
            case TEXT -> value instanceof String;
            case NUMBER -> value instanceof BigDecimal;
            case INTEGER ->
                value instanceof BigDecimal number
                        && (!Nodes.sane(number) || number.stripTrailingZeros().scale() <= 0);
            case BOOLEAN -> value instanceof Boolean;
            case CHOICE -> value instanceof String || value instanceof BigDecimal;
            case CHOICES ->
                value instanceof List<?> list
                        && list.size() <= 500
                        && list.stream().allMatch(String.class::isInstance);
            case ROWS -> value instanceof List<?>;
        };
        if (!fits) {
            return Optional.of(Fault.of(
                    "type",
                    switch (place.kind()) {
                        case NUMBER -> place.format().equals("money") ? "type.money" : "type.number";
                        case INTEGER -> "type.integer";
                        default -> "type";
                    }));
        }
        return value instanceof BigDecimal number && !Nodes.sane(number)
                ? Optional.of(Fault.of("type", "type.number"))
                : Optional.empty();
    }

    private static Fault keyword(Place place, String keyword) {
        JsonNode limit = place.limits().path(keyword);
        Map<String, String> args = new HashMap<>();
        if (limit.isNumber()) {
            args.put("limit", limit.decimalValue().toPlainString());
        }
        switch (keyword) {
            case "minLength":
                return new Fault("too-short", "too-short", args);
            case "minItems":
                return new Fault("too-few", place.kind() == Kind.ROWS ? "too-few.rows" : "too-few", args);
            case "maxItems":
                return new Fault("too-many", "too-many", args);
            case "uniqueItems":
                return new Fault("repeated", "repeated", args);
            case "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum":
                return new Fault(
                        keyword.toLowerCase(java.util.Locale.ROOT).contains("min") ? "minimum" : "maximum",
                        keyword,
                        args);
            case "multipleOf":
                BigDecimal step = limit.decimalValue().stripTrailingZeros();
                if (step.unscaledValue().equals(java.math.BigInteger.ONE) && step.scale() > 0) {
                    return new Fault("step", "step.places", Map.of("n", Integer.toString(step.scale())));
                }
                return new Fault("step", step.compareTo(BigDecimal.ONE) == 0 ? "type.integer" : "step", args);
            case "pattern":
                return Fault.of("pattern", "pattern");
            case "enum":
                return Fault.of("choice", "choice");
            case "const":
                return Fault.of("agree", "agree");
            default:
                return Fault.of("type", "type");
        }
    }
}
