package org.openhall.forms.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads conditions: {@code {scope, schema}}, or several joined by AND or OR. */
final class ConditionReader {

    private static final int DEEPEST = 5;
    private static final int MOST = 20;
    private static final int MOST_TRIED = 50;
    private static final Set<String> KEYWORDS = Set.of(
            "$comment",
            "type",
            "const",
            "enum",
            "not",
            "anyOf",
            "allOf",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern",
            "contains",
            "minItems",
            "maxItems");

    private final Checker checker;

    ConditionReader(Checker checker) {
        this.checker = checker;
    }

    Optional<Condition> read(Spot spot, Map<String, Place> places) {
        return read(spot, places, 0);
    }

    private Optional<Condition> read(Spot spot, Map<String, Place> places, int depth) {
        if (!spot.node().isObject()) {
            spot.refuse("A condition is an object with \"scope\" and \"schema\".", "条件是带“scope”和“schema”的对象。");
            return Optional.empty();
        }
        return spot.has("conditions") ? joined(spot, places, depth) : where(spot, places);
    }

    private Optional<Condition> joined(Spot spot, Map<String, Place> places, int depth) {
        spot.allow("joined conditions", Set.of("type", "conditions"));
        String type = spot.text("type").orElse("");
        Spot listed = spot.at("conditions");
        if (!type.equals("AND") && !type.equals("OR")) {
            spot.at("type").refuse("Conditions are joined by \"type\": \"AND\" or \"OR\".", "条件用“type”: “AND”或“OR”连接。");
            return Optional.empty();
        }
        if (depth >= DEEPEST
                || !listed.node().isArray()
                || listed.node().isEmpty()
                || listed.node().size() > MOST) {
            listed.refuse(
                    "Joined conditions are a list of 1 to " + MOST + ", at most " + DEEPEST + " deep.",
                    "连接的条件是 1 到 " + MOST + " 个的列表，最多嵌套 " + DEEPEST + " 层。");
            return Optional.empty();
        }
        List<Condition> conditions = new ArrayList<>();
        for (Spot child : listed.children()) {
            read(child, places, depth + 1).ifPresent(conditions::add);
        }
        if (conditions.size() < listed.node().size()) {
            return Optional.empty();
        }
        return Optional.of(type.equals("AND") ? new Condition.All(conditions) : new Condition.Any(conditions));
    }

    private Optional<Condition> where(Spot spot, Map<String, Place> places) {
        spot.allow("a condition", Set.of("scope", "schema", "type"));
        if (spot.has("type") && !spot.node().get("type").asText().equals("SCHEMA")) {
            spot.at("type").refuse("A condition with a schema has no other type. Remove it.", "带结构的条件没有别的类型，请删掉。");
        }
        Optional<String> scope = spot.text("scope");
        if (scope.isEmpty()) {
            spot.refuse("The condition does not say what it looks at. Add \"scope\".", "条件没有写明看哪个答案，请加上“scope”。");
            return Optional.empty();
        }
        Place place = places.get(scope.get());
        if (place == null) {
            spot.at("scope")
                    .refuse(
                            "The schema has no " + scope.get() + " that can be answered. Correct the scope.",
                            "表单结构里没有可以回答的 " + scope.get() + "，请改正 scope。");
            return Optional.empty();
        }
        Spot schema = spot.at("schema");
        if (!schema.node().isObject() || schema.node().isEmpty()) {
            spot.refuse(
                    "The condition does not say when it holds. Add \"schema\", such as {\"const\": true}.",
                    "条件没有写明什么时候成立，请加上“schema”，例如 {\"const\": true}。");
            return Optional.empty();
        }
        if (!sound(schema, 0)) {
            return Optional.empty();
        }
        Schema compiled = checker.compile(schema.node());
        Optional<Object> constant =
                Optional.ofNullable(schema.node().get("const")).map(Nodes::value);
        Condition.Where where = new Condition.Where(place, compiled, constant);
        if (!reachable(where, schema)) {
            schema.refuse(
                    "The condition can never hold, because " + scope.get()
                            + " never has such an answer. Correct one of them.",
                    "条件永远不会成立，因为 " + scope.get() + " 不会有这样的答案，请改正其中一个。");
        }
        return Optional.of(where);
    }

    /** Only keywords that cost little and reach nothing else. */
    private static boolean sound(Spot schema, int depth) {
        if (!schema.node().isObject() || depth > DEEPEST) {
            schema.refuse(
                    "The schema of a condition is an object, at most " + DEEPEST + " deep.",
                    "条件的结构是对象，最多嵌套 " + DEEPEST + " 层。");
            return false;
        }
        for (String name : schema.names()) {
            Spot at = schema.at(name);
            if (!KEYWORDS.contains(name)) {
                schema.allow("the schema of a condition", KEYWORDS);
                return false;
            }
            boolean good = switch (name) {
                case "not", "contains" -> sound(at, depth + 1);
                case "anyOf", "allOf" -> list(at) && at.children().stream().allMatch(child -> sound(child, depth + 1));
                case "enum" -> list(at);
                case "type" -> word(at, Set.of("string", "number", "integer", "boolean", "array"));
                case "pattern" -> pattern(schema);
                case "const", "$comment" -> true;
                default -> number(at);
            };
            if (!good) {
                return false;
            }
        }
        return true;
    }

    private static boolean list(Spot spot) {
        return good(
                spot,
                spot.node().isArray() && !spot.node().isEmpty() && spot.node().size() <= 500,
                "a list of 1 to 500",
                "1 到 500 个的列表");
    }

    private static boolean word(Spot spot, Set<String> words) {
        return good(
                spot,
                spot.node().isTextual() && words.contains(spot.node().textValue()),
                "one of " + String.join(", ", words),
                "下列之一：" + String.join(", ", words));
    }

    private static boolean number(Spot spot) {
        boolean fits = spot.node().isNumber()
                && Nodes.sane(spot.node().decimalValue())
                && spot.node().decimalValue().scale() < 20;
        boolean step = !spot.pointer().endsWith("/multipleOf")
                || fits && spot.node().decimalValue().signum() > 0;
        return good(spot, fits && step, "a number", "数");
    }

    private static boolean pattern(Spot schema) {
        int before = schema.defects().all().size();
        KeywordReader.pattern(schema, JsonNodeFactory.instance.objectNode());
        return schema.defects().all().size() == before
                && schema.node().get("pattern").isTextual();
    }

    private static boolean good(Spot spot, boolean good, String expected, String chinese) {
        if (!good) {
            spot.refuse("Here must stand " + expected + ".", "这里必须是" + chinese + "。");
        }
        return good;
    }

    /** Tries what the condition names, else every choice if they are few; what is named must fit the limits of the place. */
    private static boolean reachable(Condition.Where where, Spot schema) {
        Place place = where.place();
        List<JsonNode> named = new ArrayList<>();
        schema.node().path("enum").forEach(named::add);
        if (schema.has("const")) {
            named.add(schema.node().get("const"));
        }
        if (!named.isEmpty()) {
            return named.stream()
                    .anyMatch(value -> fits(place, Nodes.value(value)) && where.accepts(Nodes.value(value)));
        }
        if (place.kind() == Kind.BOOLEAN) {
            return where.accepts(true) || where.accepts(false);
        }
        return place.kind() != Kind.CHOICE
                || place.choices().size() > MOST_TRIED
                || place.choices().stream().anyMatch(choice -> where.accepts(choice.value()));
    }

    private static boolean fits(Place place, Object value) {
        return place.kind() == Kind.CHOICE
                ? place.choice(value).isPresent()
                : Limits.fault(place, value, code -> Optional.of(List.of())).isEmpty();
    }
}
