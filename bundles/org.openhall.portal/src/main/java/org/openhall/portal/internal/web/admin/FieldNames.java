package org.openhall.portal.internal.web.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.DryRuns.Note;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.item.Answers;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Texts;
import org.openhall.portal.internal.view.Words;

/** What the places of a form are called, without anybody's answers. */
final class FieldNames {

    private static final String MATERIAL = "/materials/";

    private final Map<String, String> questions = new HashMap<>();
    private final ItemWords words;

    FieldNames(Optional<ItemVersion> version, Words hall, Texts texts) {
        words = new ItemWords(version, texts, hall.language());
        version.ifPresent(known -> known.form()
                .summary(Answers.none(), hall.language())
                .forEach(section -> section.lines().forEach(line -> questions.put(line.pointer(), line.question()))));
    }

    /** A question or material, and what is said about it. */
    public record Named(String about, String text) {}

    List<Named> named(List<Note> notes) {
        return notes.stream()
                .map(note -> new Named(name(note.pointer()), note.text()))
                .toList();
    }

    private String name(String pointer) {
        return pointer.startsWith(MATERIAL)
                ? words.material(pointer.substring(MATERIAL.length()))
                : questions.getOrDefault(pointer, pointer);
    }
}
