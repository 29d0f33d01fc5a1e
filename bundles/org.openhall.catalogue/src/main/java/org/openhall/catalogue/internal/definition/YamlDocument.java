package org.openhall.catalogue.internal.definition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** One YAML file as values that know their lines. Small and plain: no anchors, no aliases, no depth, one document. */
final class YamlDocument {

    private static final int MAX_CHARACTERS = 200_000;
    private static final int MAX_DEPTH = 20;

    private final String file;
    private final Defects defects;
    private final Map<String, Integer> lines = new HashMap<>();

    YamlDocument(String file, Defects defects) {
        this.file = file;
        this.defects = defects;
    }

    /** The root of the document; empty when it cannot be read at all, which is then among the defects. */
    Optional<YamlValue> read(String text) {
        if (text.length() > MAX_CHARACTERS) {
            defects.add(
                    file,
                    0,
                    "The file is longer than " + MAX_CHARACTERS + " characters; make it shorter.",
                    "文件超过 " + MAX_CHARACTERS + " 个字符，请缩短。");
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MAX_CHARACTERS)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            if (!plain(new Parse(settings).parseString(text))) {
                return Optional.empty();
            }
            Optional<YamlValue> root =
                    new Compose(settings).composeString(text).map(node -> new YamlValue(this, "", node));
            if (root.isEmpty()) {
                defects.add(file, 0, "The file is empty; describe the item in it.", "文件是空的，请在里面描述事项。");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            defects.add(
                    file,
                    line(e.getProblemMark()),
                    "This is no valid YAML: " + e.getProblem() + ".",
                    "这不是有效的 YAML：" + e.getProblem() + "。");
        } catch (YamlEngineException e) {
            defects.add(
                    file, 0, "This is no valid YAML: " + e.getMessage() + ".", "这不是有效的 YAML：" + e.getMessage() + "。");
        }
        return Optional.empty();
    }

    void defect(int line, String message, String chinese) {
        defects.add(file, line, message, chinese);
    }

    /** Remembers where a path stands, for checks that come later. */
    void at(String path, int line) {
        lines.putIfAbsent(path, line);
    }

    Map<String, Integer> lines() {
        return Map.copyOf(lines);
    }

    static int line(Optional<Mark> mark) {
        return mark.map(found -> found.getLine() + 1).orElse(0);
    }

    /** Looks at the events only, which takes no recursion, before any tree is built. */
    private boolean plain(Iterable<Event> events) {
        int depth = 0;
        int documents = 0;
        for (Event event : events) {
            int line = line(event.getStartMark());
            if (event instanceof AliasEvent
                    || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                defects.add(
                        file,
                        line,
                        "Anchors (&) and aliases (*) are not read here; write the value out.",
                        "这里不读锚点（&）和别名（*），请把值直接写出来。");
                return false;
            }
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                defects.add(
                        file,
                        line,
                        "The file holds a second document; leave out what follows '---'.",
                        "文件里有第二个文档，请去掉“---”之后的内容。");
                return false;
            }
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                defects.add(
                        file,
                        line,
                        "The file is nested deeper than " + MAX_DEPTH + " levels; make it flatter.",
                        "文件嵌套超过 " + MAX_DEPTH + " 层，请减少层次。");
                return false;
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
        return true;
    }
}
