package org.openhall.catalogue.internal.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value of a YAML file that knows where it stands, and says so when it is not what was expected. */
final class YamlValue {

    private static final String NAME = "[a-z][a-z0-9-]{0,59}";

    private final YamlDocument document;
    private final String path;
    private final Node node;
    private final int line;

    YamlValue(YamlDocument document, String path, Node node) {
        this(document, path, node, YamlDocument.line(node.getStartMark()));
    }

    /** The line of an entry is that of its key: a block only begins below it. */
    private YamlValue(YamlDocument document, String path, Node node, int line) {
        this.document = document;
        this.path = path;
        this.node = node;
        this.line = line;
        document.at(path, line);
    }

    void defect(String message, String chinese) {
        document.defect(line, message, chinese);
    }

    Optional<String> text(int longest) {
        if (!(node instanceof ScalarNode scalar)
                || scalar.getTag().equals(Tag.NULL)
                || scalar.getValue().isBlank()) {
            defect("'" + path + "' must be a text; write one behind the colon.", "“" + path + "”必须是文字，请写在冒号后面。");
            return Optional.empty();
        }
        String text = scalar.getValue().strip();
        if (text.length() > longest) {
            defect(
                    "'" + path + "' is longer than " + longest + " characters; make it shorter.",
                    "“" + path + "”超过 " + longest + " 个字符，请缩短。");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** A name of the item's own: lower-case letters, digits, '-'. */
    Optional<String> name() {
        Optional<String> text = text(60);
        if (text.isPresent() && !text.get().matches(NAME)) {
            defect(
                    "'" + text.get() + "' is no name; use lower-case letters, digits and '-', a letter first.",
                    "“" + text.get() + "”不是名称，请用小写字母、数字和“-”，以字母开头。");
            return Optional.empty();
        }
        return text;
    }

    /** One of the given words. */
    Optional<String> word(Collection<String> words) {
        Optional<String> text = text(60);
        if (text.isPresent() && !words.contains(text.get())) {
            defect(
                    "'" + path + "' cannot be '" + text.get() + "'; use one of: " + listed(words) + ".",
                    "“" + path + "”不能是“" + text.get() + "”，请用下列之一：" + listed(words) + "。");
            return Optional.empty();
        }
        return text;
    }

    Optional<Integer> number(int least, int most) {
        if (node instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.INT)
                && scalar.getValue().matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(scalar.getValue());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        }
        defect(
                "'" + path + "' must be a whole number from " + least + " to " + most + ".",
                "“" + path + "”必须是 " + least + " 到 " + most + " 的整数。");
        return Optional.empty();
    }

    Optional<Boolean> flag() {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
            return Optional.of(Boolean.valueOf(scalar.getValue()));
        }
        defect("'" + path + "' must be true or false.", "“" + path + "”必须是 true 或 false。");
        return Optional.empty();
    }

    List<YamlValue> list() {
        if (!(node instanceof SequenceNode sequence)) {
            defect("'" + path + "' must be a list; write it as [a, b].", "“" + path + "”必须是列表，请写成 [a, b]。");
            return List.of();
        }
        List<YamlValue> values = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            values.add(new YamlValue(document, path + "." + values.size(), element));
        }
        return values;
    }

    /** A list of names without doubles. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (YamlValue value : list()) {
            value.name().ifPresent(name -> {
                if (names.contains(name)) {
                    value.defect(
                            "'" + name + "' stands twice in '" + path + "'; leave one out.",
                            "“" + name + "”在“" + path + "”里出现了两次，请去掉一个。");
                } else {
                    names.add(name);
                    document.at(path + "." + name, value.line);
                }
            });
        }
        return names;
    }

    /** Entries of a mapping that may have these keys only. */
    Map<String, YamlValue> map(String... known) {
        Map<String, YamlValue> entries = map();
        Set<String> allowed = new TreeSet<>(List.of(known));
        entries.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                value.defect(
                        "'" + key + "' is not known " + where() + "; known are: " + listed(allowed) + ".",
                        chinese() + "不认识“" + key + "”，可用的有：" + listed(allowed) + "。");
            }
        });
        return entries;
    }

    /** Entries of a mapping in the order of the file. */
    Map<String, YamlValue> map() {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            defect(
                    (path.isEmpty() ? "The file" : "'" + path + "'") + " must hold entries of the form 'key: value'.",
                    (path.isEmpty() ? "文件" : "“" + path + "”") + "里必须是“键: 值”的条目。");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            int keyLine = YamlDocument.line(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                document.defect(keyLine, "A key must be a plain word.", "键必须是普通的词。");
                continue;
            }
            String child = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            YamlValue value = new YamlValue(document, child, tuple.getValueNode(), keyLine);
            if (entries.putIfAbsent(key.getValue(), value) != null) {
                document.defect(
                        keyLine,
                        "'" + key.getValue() + "' stands twice " + where() + "; leave one out.",
                        chinese() + "“" + key.getValue() + "”出现了两次，请去掉一个。");
            }
        }
        return entries;
    }

    /** An entry that must be there. */
    Optional<YamlValue> need(Map<String, YamlValue> entries, String key) {
        YamlValue value = entries.get(key);
        if (value == null) {
            defect("'" + key + "' is missing " + where() + "; add it.", chinese() + "缺少“" + key + "”，请补上。");
        }
        return Optional.ofNullable(value);
    }

    /** As plain Java values, as JSON would be. */
    Object plain() {
        if (node instanceof MappingNode) {
            Map<String, Object> map = new LinkedHashMap<>();
            map().forEach((key, value) -> map.put(key, value.plain()));
            return map;
        }
        if (node instanceof SequenceNode) {
            return list().stream().map(YamlValue::plain).toList();
        }
        String text = ((ScalarNode) node).getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        boolean number = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
        return number && text.matches("-?[0-9]{1,30}([.][0-9]{1,30})?") ? new BigDecimal(text) : text;
    }

    private String where() {
        return path.isEmpty() ? "in the file" : "in '" + path + "'";
    }

    private String chinese() {
        return path.isEmpty() ? "文件里" : "“" + path + "”里";
    }

    private static String listed(Collection<String> words) {
        return String.join(", ", new TreeSet<>(words));
    }
}
