package org.openhall.forms.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the schema: objects down to the places that can be answered. */
final class SchemaReader {

    private static final int MOST_PLACES = 300;
    private static final int DEEPEST = 6;
    private static final Set<String> ROOT = Set.of(
            "$schema",
            "$id",
            "$defs",
            "$comment",
            "title",
            "description",
            "type",
            "properties",
            "required",
            "additionalProperties");
    private static final Set<String> OBJECT =
            Set.of("$comment", "title", "description", "type", "properties", "required", "additionalProperties");

    private final PlaceReader places;
    private int count;

    SchemaReader(Checker checker) {
        this.places = new PlaceReader(checker);
    }

    /** All places by scope, in the order of the schema. */
    Map<String, Place> read(Spot root) {
        Optional<String> dialect = root.text("$schema");
        if (dialect.isPresent() && !dialect.get().equals("https://json-schema.org/draft/2020-12/schema")) {
            root.at("$schema")
                    .refuse(
                            "The hall reads JSON Schema 2020-12 only. Write https://json-schema.org/draft/2020-12/schema.",
                            "大厅只读 JSON Schema 2020-12，请写 https://json-schema.org/draft/2020-12/schema。");
        }
        root.allow("the schema", ROOT);
        Map<String, Place> found = new LinkedHashMap<>();
        object(root, new Level("#", List.of(), "", "", 0, false), found);
        return found;
    }

    /** Where an object stands: its scope, path, key and pointer, how deep, and whether within a list. */
    private record Level(String scope, List<String> path, String key, String template, int depth, boolean row) {

        Level child(String name) {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            return new Level(
                    scope + "/properties/" + name,
                    List.copyOf(longer),
                    key.isEmpty() ? name : key + "." + name,
                    template + "/" + name,
                    depth + 1,
                    row);
        }

        Level rows() {
            return new Level("#", List.of(), key, template + "/-", depth + 1, true);
        }
    }

    private void object(Spot spot, Level level, Map<String, Place> found) {
        if (!"object".equals(spot.text("type").orElse(""))) {
            spot.refuse("This must be an object. Add \"type\": \"object\".", "这里必须是对象，请加上“type”: “object”。");
        }
        if (spot.has("additionalProperties")
                && !spot.at("additionalProperties").node().equals(Nodes.of(false))) {
            spot.at("additionalProperties")
                    .refuse(
                            "The hall takes only answers that the schema names. Write false or leave it out.",
                            "大厅只收表单结构里写明的答案，请写 false 或者不写。");
        }
        Spot properties = spot.at("properties");
        if (!properties.node().isObject() || properties.node().isEmpty()) {
            spot.refuse(
                    "The object has no properties. List what is asked under \"properties\".",
                    "这个对象没有属性，请把要问的写在“properties”下。");
            return;
        }
        Set<String> required = required(spot, properties);
        for (String name : properties.names()) {
            if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,63}")) {
                properties
                        .at(name)
                        .refuse(
                                "\"" + name
                                        + "\" cannot be the name of an answer. Use a letter, then letters, digits or _.",
                                "“" + name + "”不能作为答案的名字，请以字母开头，后面用字母、数字或 _。");
            } else if (++count <= MOST_PLACES) {
                property(properties.at(name), level.child(name), required.contains(name), found);
            } else if (count == MOST_PLACES + 1) {
                properties
                        .at(name)
                        .refuse(
                                "The form asks more than " + MOST_PLACES + " questions. Split the item.",
                                "表单的问题超过 " + MOST_PLACES + " 个，请拆分事项。");
            }
        }
    }

    private Set<String> required(Spot spot, Spot properties) {
        Set<String> required = new HashSet<>();
        if (spot.has("required") && !spot.at("required").node().isArray()) {
            spot.at("required").refuse("\"required\" must be a list of names of properties.", "“required”必须是属性名的列表。");
        }
        for (Spot entry : spot.at("required").children()) {
            if (!entry.node().isTextual() || !properties.has(entry.node().textValue())) {
                entry.refuse(
                        "The required property " + entry.node()
                                + " does not exist. Add it under \"properties\" or remove it here.",
                        "必答的属性 " + entry.node() + " 不存在，请在“properties”下补上或者在这里删掉。");
            } else if (!required.add(entry.node().textValue())) {
                entry.refuse(
                        "\"" + entry.node().textValue() + "\" is required twice. Remove one.",
                        "“" + entry.node().textValue() + "”写了两次必答，请删掉一个。");
            }
        }
        return required;
    }

    private void property(Spot written, Level level, boolean required, Map<String, Place> found) {
        Optional<Spot> resolved = resolve(written);
        if (resolved.isEmpty()) {
            return;
        }
        Spot spot = resolved.get();
        String type = spot.node().path("type").asText("");
        if (level.depth() > DEEPEST) {
            spot.refuse(
                    "Objects are nested more than " + DEEPEST + " deep here. Make the form flatter.",
                    "对象在这里嵌套超过 " + DEEPEST + " 层，请减少层次。");
        } else if (type.equals("object")) {
            if (level.row()) {
                spot.refuse(
                        "The elements of a list hold plain answers, no objects. Move these properties up into the element.",
                        "列表的元素里只放普通答案，不放对象，请把这些属性移到元素里。");
                return;
            }
            spot.allow("an object", OBJECT);
            object(spot, level, found);
        } else if (type.equals("array")) {
            list(spot, level, required, found);
        } else {
            places.plain(spot, level.scope(), level.path(), level.key(), level.template(), required)
                    .ifPresent(place -> found.put(level.scope(), place));
        }
    }

    private void list(Spot spot, Level level, boolean required, Map<String, Place> found) {
        Optional<Spot> items = spot.has("items") ? resolve(spot.at("items")) : Optional.empty();
        if (items.isEmpty()) {
            spot.refuse(
                    "The list does not say what it holds. Add \"items\" with an enum, a oneOf or an object.",
                    "列表没有写明放什么，请加上“items”，写 enum、oneOf 或对象。");
            return;
        }
        Map<String, Place> cells = new LinkedHashMap<>();
        boolean rows = items.get().node().path("type").asText("").equals("object");
        if (rows && level.row()) {
            spot.refuse(
                    "A list of objects cannot stand within another. Make it a list of its own.",
                    "对象列表不能放在另一个对象列表里，请单独列出。");
            return;
        }
        if (rows) {
            items.get().allow("an object", OBJECT);
            object(items.get(), level.rows(), cells);
        }
        places.list(spot, items.get(), cells, level.scope(), level.path(), level.key(), level.template(), required)
                .ifPresent(place -> found.put(level.scope(), place));
    }

    /** Follows {@code $ref} within the file. */
    private Optional<Spot> resolve(Spot spot) {
        Spot here = spot;
        for (int hops = 0; hops < 8; hops++) {
            if (!here.node().isObject()) {
                here.refuse("A schema is expected here. Write an object with a \"type\".", "这里应当是一个结构，请写带“type”的对象。");
                return Optional.empty();
            }
            JsonNode reference = here.node().get("$ref");
            if (reference == null) {
                return Optional.of(here);
            }
            String target = reference.asText();
            if (!target.matches("#/\\$defs/[A-Za-z0-9_-]+")) {
                here.at("$ref")
                        .refuse(
                                "Only references such as #/$defs/name within this file are followed. Copy the schema into \"$defs\".",
                                "只能引用本文件里的 #/$defs/名称，请把结构抄到“$defs”里。");
                return Optional.empty();
            }
            if (here.node().size() > 1) {
                here.refuse(
                        "A reference stands alone. Move the keywords beside \"$ref\" into what it refers to.",
                        "“$ref”要单独写，请把旁边的关键字移到它引用的地方。");
                return Optional.empty();
            }
            Spot defined = new Spot(
                    here.source(),
                    here.defects(),
                    target.substring(1),
                    here.source().root().at(target.substring(1)));
            if (defined.node().isMissingNode()) {
                here.at("$ref")
                        .refuse(
                                "There is no " + target + ". Define it or correct the name.",
                                "没有 " + target + "，请定义它或改正名称。");
                return Optional.empty();
            }
            here = defined;
        }
        spot.refuse("The reference leads in a circle. Write the schema out.", "引用绕成了一圈，请把结构直接写出来。");
        return Optional.empty();
    }
}
