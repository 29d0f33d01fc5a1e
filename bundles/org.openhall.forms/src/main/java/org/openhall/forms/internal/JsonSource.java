package org.openhall.forms.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON file of an item and the line on which every place of it begins. */
final class JsonSource {

    private static final int LARGEST = 262_144;

    // Bounds for files that want to exhaust the reader rather than describe a form.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(48)
                    .maxNumberLength(40)
                    .maxStringLength(20_000)
                    .maxNameLength(500)
                    .build())
            .build();

    private final String file;
    private final JsonNode root;
    private final Map<String, Integer> lines;

    private JsonSource(String file, JsonNode root, Map<String, Integer> lines) {
        this.file = file;
        this.root = root;
        this.lines = lines;
    }

    /** Reads a file; what is no JSON object becomes a defect. */
    static Optional<JsonSource> read(String file, String text, Defects defects) {
        if (text.length() > LARGEST) {
            defects.add(
                    file,
                    0,
                    "The file is larger than 256 KB. Split the item or shorten lists of choices.",
                    "文件超过 256 KB，请拆分事项或缩短选项列表。");
            return Optional.empty();
        }
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                defects.add(file, 1, "The file is no JSON object. Begin it with {.", "文件不是 JSON 对象，请以 { 开头。");
                return Optional.empty();
            }
            lines.put("", 1);
            JsonNode root = value(parser, "", lines);
            if (parser.nextToken() != null) {
                defects.add(
                        file,
                        parser.currentTokenLocation().getLineNr(),
                        "Something follows the JSON object. Remove what stands after its last }.",
                        "JSON 对象后面还有内容，请删掉最后一个 } 之后的部分。");
                return Optional.empty();
            }
            return Optional.of(new JsonSource(file, root, lines));
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            defects.add(
                    file,
                    line,
                    "The file cannot be read as JSON: " + broken.getOriginalMessage() + ".",
                    "文件不能按 JSON 读取：" + broken.getOriginalMessage() + "。");
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from a string failed", impossible);
        }
    }

    /** What is no file: every place is on its first line. */
    static JsonSource of(String name, JsonNode root) {
        return new JsonSource(name, root, Map.of("", 1));
    }

    String file() {
        return file;
    }

    JsonNode root() {
        return root;
    }

    /** The line of a place, or of the nearest one around it. */
    int line(String pointer) {
        for (String here = pointer; ; here = here.substring(0, here.lastIndexOf('/'))) {
            Integer line = lines.get(here);
            if (line != null) {
                return line;
            }
        }
    }

    static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode value(JsonParser parser, String pointer, Map<String, Integer> lines) throws IOException {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        switch (parser.currentToken()) {
            case START_OBJECT:
                ObjectNode object = nodes.objectNode();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    String place = child(pointer, name);
                    lines.put(place, parser.currentTokenLocation().getLineNr());
                    parser.nextToken();
                    object.set(name, value(parser, place, lines));
                }
                return object;
            case START_ARRAY:
                ArrayNode array = nodes.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    String place = pointer + "/" + array.size();
                    lines.put(place, parser.currentTokenLocation().getLineNr());
                    array.add(value(parser, place, lines));
                }
                return array;
            case VALUE_STRING:
                return nodes.textNode(parser.getText());
            case VALUE_NUMBER_INT:
            case VALUE_NUMBER_FLOAT:
                return Nodes.number(parser.getDecimalValue());
            case VALUE_TRUE:
            case VALUE_FALSE:
                return nodes.booleanNode(parser.getBooleanValue());
            default:
                return nodes.nullNode();
        }
    }
}
