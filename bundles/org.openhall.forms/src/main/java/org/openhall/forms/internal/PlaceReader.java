package org.openhall.forms.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one answerable place: its kind, its limits, its choices. */
final class PlaceReader {

    private static final int MOST_CHOICES = 500;
    private static final Set<String> ALWAYS = Set.of("$comment", "title", "description", "type", "default");
    private static final Set<String> TEXT = Set.of("format", "minLength", "maxLength", "pattern", "enum", "oneOf");
    private static final Set<String> NUMBER = Set.of(
            "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "enum", "oneOf");
    private static final Set<String> LIST =
            Set.of("$comment", "title", "description", "type", "items", "minItems", "maxItems", "uniqueItems");

    private final Checker checker;

    PlaceReader(Checker checker) {
        this.checker = checker;
    }

    Optional<Place> plain(Spot spot, String scope, List<String> path, String key, String template, boolean required) {
        String type = spot.node().path("type").asText("");
        Optional<Kind> kind = kind(spot, type);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        List<Choice> choices = choices(spot, type);
        if (kind.get() == Kind.CHOICE && choices.isEmpty()) {
            return Optional.empty();
        }
        String format = format(spot, type, kind.get());
        ObjectNode limits = limits(spot, kind.get(), format, choices);
        // What must be agreed to is required, whether or not the schema says so.
        boolean needed = required || limits.has("const");
        Place place = new Place(
                spot,
                scope,
                path,
                key,
                template,
                kind.get(),
                format,
                limits,
                checker.compile(limits),
                needed,
                choices,
                Optional.empty(),
                Map.of());
        return Optional.of(spot.has("default") ? preset(spot, place) : place);
    }

    Optional<Place> list(
            Spot spot,
            Spot items,
            Map<String, Place> cells,
            String scope,
            List<String> path,
            String key,
            String template,
            boolean required) {
        spot.allow("a list", LIST);
        ObjectNode limits = JsonNodeFactory.instance.objectNode();
        limits.put("type", "array");
        KeywordReader.count(spot, "minItems", Place.MOST_ROWS * 4, limits);
        KeywordReader.count(spot, "maxItems", Place.MOST_ROWS * 4, limits);
        KeywordReader.ordered(spot, "minItems", "maxItems");
        String type = items.node().path("type").asText("string");
        List<Choice> choices = List.of();
        if (cells.isEmpty()) {
            items.allow("the elements of a list of choices", Set.of("$comment", "type", "enum", "oneOf"));
            choices = type.equals("string") ? choices(items, type) : List.of();
            if (choices.isEmpty()) {
                items.refuse(
                        "A list holds texts to choose from or objects. Give \"items\" an \"enum\", a \"oneOf\" or \"type\": \"object\".",
                        "列表里放供选择的文字或者对象，请给“items”加上“enum”、“oneOf”或“type”: “object”。");
                return Optional.empty();
            }
            limits.put("uniqueItems", true);
            limits.putObject("items").set("enum", values(choices));
        }
        Kind kind = cells.isEmpty() ? Kind.CHOICES : Kind.ROWS;
        return Optional.of(new Place(
                spot,
                scope,
                path,
                key,
                template,
                kind,
                "",
                limits,
                checker.compile(limits),
                required,
                choices,
                Optional.empty(),
                cells));
    }

    private Optional<Kind> kind(Spot spot, String type) {
        boolean choice = spot.has("enum") || spot.has("oneOf");
        switch (type) {
            case "string":
                spot.allow("a text", union(TEXT));
                return Optional.of(choice ? Kind.CHOICE : Kind.TEXT);
            case "number", "integer":
                spot.allow("a number", union(NUMBER));
                return Optional.of(choice ? Kind.CHOICE : type.equals("number") ? Kind.NUMBER : Kind.INTEGER);
            case "boolean":
                spot.allow("a yes or no", union(Set.of("const")));
                return Optional.of(Kind.BOOLEAN);
            default:
                spot.refuse(
                        "The hall does not know the type " + spot.node().path("type")
                                + ". Known are string, number, integer, boolean, array and object, one of them.",
                        "大厅不认识类型 " + spot.node().path("type")
                                + "，可用的有 string、number、integer、boolean、array、object，写其中一个。");
                return Optional.empty();
        }
    }

    private static Set<String> union(Set<String> more) {
        Set<String> all = new HashSet<>(ALWAYS);
        all.addAll(more);
        return all;
    }

    private String format(Spot spot, String type, Kind kind) {
        String format = spot.text("format").orElse("");
        Set<String> known = kind == Kind.CHOICE ? Set.of() : type.equals("string") ? Formats.TEXTS : Formats.NUMBERS;
        if (!format.isEmpty() && !known.contains(format)) {
            spot.at("format")
                    .refuse(
                            known.isEmpty()
                                    ? "Choices have no format. Remove it."
                                    : "The hall does not know the format \"" + format + "\" here. Known are "
                                            + String.join(", ", new TreeSet<>(known)) + ".",
                            known.isEmpty()
                                    ? "选择题没有格式，请删掉。"
                                    : "大厅在这里不认识格式“" + format + "”，可用的有 " + String.join(", ", new TreeSet<>(known))
                                            + "。");
            return "";
        }
        return format;
    }

    private static ObjectNode limits(Spot spot, Kind kind, String format, List<Choice> choices) {
        ObjectNode limits = JsonNodeFactory.instance.objectNode();
        limits.set("type", spot.node().get("type"));
        if (kind == Kind.CHOICE) {
            limits.set("enum", values(choices));
        } else if (kind == Kind.TEXT) {
            limits.put("maxLength", Place.LONGEST_TEXT);
            KeywordReader.count(spot, "minLength", 20_000, limits);
            KeywordReader.count(spot, "maxLength", 20_000, limits);
            KeywordReader.ordered(spot, "minLength", "maxLength");
            KeywordReader.pattern(spot, limits);
        } else if (kind.number()) {
            if (format.equals("money")) {
                limits.set("multipleOf", Nodes.number(new java.math.BigDecimal("0.01")));
            }
            KeywordReader.numbers(spot, limits);
        } else if (spot.has("const")) {
            if (!spot.at("const").node().equals(Nodes.of(true))) {
                spot.at("const")
                        .refuse(
                                "A yes or no can only be fixed to true, for what must be agreed to.",
                                "是非题只能固定为 true，用于必须同意的内容。");
            }
            limits.put("const", true);
        }
        return limits;
    }

    private static ArrayNode values(List<Choice> choices) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        choices.forEach(choice -> values.add(Nodes.of(choice.value())));
        return values;
    }

    private List<Choice> choices(Spot spot, String type) {
        if (spot.has("enum") && spot.has("oneOf")) {
            spot.at("oneOf").refuse("\"enum\" and \"oneOf\" say the same. Keep one.", "“enum”和“oneOf”说的是同一件事，只留一个。");
            return List.of();
        }
        Spot listed = spot.at(spot.has("enum") ? "enum" : "oneOf");
        List<Choice> choices = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (!listed.node().isMissingNode()
                && (!listed.node().isArray()
                        || listed.node().isEmpty()
                        || listed.node().size() > MOST_CHOICES)) {
            listed.refuse(
                    "Choices are a list of 1 to " + MOST_CHOICES + " values.", "选项是 1 到 " + MOST_CHOICES + " 个值的列表。");
            return List.of();
        }
        for (Spot entry : listed.children()) {
            choice(entry, spot.has("oneOf"), type)
                    .filter(choice -> {
                        boolean first = seen.add(choice.posted());
                        if (!first) {
                            entry.refuse(
                                    "The choice " + choice.posted() + " stands here twice. Remove one.",
                                    "选项 " + choice.posted() + " 出现了两次，请删掉一个。");
                        }
                        return first;
                    })
                    .ifPresent(choices::add);
        }
        return List.copyOf(choices);
    }

    private static Optional<Choice> choice(Spot entry, boolean titled, String type) {
        if (titled) {
            entry.allow("a choice", Set.of("const", "title"));
        }
        JsonNode value = titled ? entry.node().path("const") : entry.node();
        boolean fits = type.equals("string")
                ? value.isTextual()
                        && value.textValue().length() <= 100
                        && value.textValue().equals(value.textValue().strip())
                        && !value.textValue().isEmpty()
                : value.isNumber() && (type.equals("number") || value.isIntegralNumber());
        Optional<String> title = titled ? entry.text("title") : Optional.of("");
        if (!fits || title.isEmpty()) {
            entry.refuse(
                    titled
                            ? "A choice needs \"const\" of type " + type + " and \"title\"."
                            : "The choice " + value + " is not of type " + type
                                    + ", is empty, padded or longer than 100 characters.",
                    titled
                            ? "选项要有类型为 " + type + " 的“const”和“title”。"
                            : "选项 " + value + " 不是 " + type + " 类型，或者为空、前后有空格、超过 100 个字符。");
            return Optional.empty();
        }
        Object plain = Nodes.value(value);
        String posted = plain instanceof java.math.BigDecimal number ? number.toPlainString() : plain.toString();
        return Optional.of(new Choice(posted, plain, title.get()));
    }

    private static Place preset(Spot spot, Place place) {
        Object value = Nodes.value(spot.at("default").node());
        if (Limits.fault(place, value, (code) -> Optional.of(List.of())).isPresent()) {
            spot.at("default")
                    .refuse(
                            "The default breaks the rules of its own field. Correct it or remove it.",
                            "默认值不符合这个字段自己的要求，请改正或删掉。");
        }
        return new Place(
                place.spot(),
                place.scope(),
                place.path(),
                place.key(),
                place.template(),
                place.kind(),
                place.format(),
                place.limits(),
                place.check(),
                place.required(),
                place.choices(),
                Optional.of(value),
                place.cells());
    }
}
