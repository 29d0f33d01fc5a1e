package org.openhall.portal.internal.web.filing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openhall.api.cases.Drafts.Change;
import org.openhall.api.cases.Drafts.Kind;
import org.openhall.portal.internal.view.Words;

/** What a citizen finds changed when a draft moves to another version of its item, under headings. */
final class WhatChanged {

    private static final Map<Kind, String> HEADINGS = new EnumMap<>(Map.of(
            Kind.QUESTION_NEW, "questions",
            Kind.QUESTION_CHANGED, "again",
            Kind.QUESTION_GONE, "gone",
            Kind.MATERIAL_NEW, "materials",
            Kind.MATERIAL_CHANGED, "materialsAgain",
            Kind.MATERIAL_GONE, "materialsGone",
            Kind.LIMIT, "limit"));

    private WhatChanged() {}

    /** Changes of one kind. */
    public record Group(String title, String hint, List<Line> lines) {}

    /** One change; {@code given} is what was answered or handed in. */
    public record Line(String name, String text, List<String> given) {}

    static List<Group> groups(List<Change> changes, Words words) {
        return java.util.Arrays.stream(Kind.values())
                .map(kind -> group(kind, changes, words))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private static Group group(Kind kind, List<Change> changes, Words words) {
        String key = "filing.changed." + HEADINGS.get(kind);
        boolean gone = kind == Kind.QUESTION_GONE || kind == Kind.MATERIAL_GONE;
        return new Group(
                words.text(key),
                gone ? words.text("filing.changed.goneHint") : "",
                changes.stream()
                        .filter(change -> change.kind() == kind)
                        .map(change -> new Line(change.name(), change.text(), change.answer()))
                        .toList());
    }
}
