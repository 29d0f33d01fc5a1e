package org.openhall.forms.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One place in a file while it is being read: what stands there and where to point when it is wrong. */
record Spot(JsonSource source, Defects defects, String pointer, JsonNode node) {

    static Spot root(JsonSource source, Defects defects) {
        return new Spot(source, defects, "", source.root());
    }

    void refuse(String message, String chinese) {
        defects.add(source.file(), source.line(pointer), message, chinese);
    }

    boolean has(String name) {
        return node.has(name);
    }

    Spot at(String name) {
        return new Spot(source, defects, JsonSource.child(pointer, name), node.path(name));
    }

    List<Spot> children() {
        List<Spot> children = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            children.add(new Spot(source, defects, pointer + "/" + i, node.get(i)));
        }
        return children;
    }

    List<String> names() {
        List<String> names = new ArrayList<>(node.size());
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The text under a name; anything else there is refused. */
    Optional<String> text(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!node.get(name).isTextual() || node.get(name).textValue().isBlank()) {
            at(name).refuse("\"" + name + "\" must be a text. Write it in quotes.", "“" + name + "”必须是文字，请写在引号里。");
            return Optional.empty();
        }
        return Optional.of(node.get(name).textValue());
    }

    /** Refuses every name that is not among those known. */
    void allow(String what, Set<String> known) {
        for (String name : names()) {
            if (!known.contains(name)) {
                at(name).refuse(
                                "The hall does not know \"" + name + "\" in " + what + ". Remove it; known are "
                                        + String.join(", ", new TreeSet<>(known)) + ".",
                                "大厅不认识这里的“" + name + "”，请删掉；可用的有 " + String.join(", ", new TreeSet<>(known)) + "。");
            }
        }
    }
}
