package org.openhall.cases.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.api.cases.Drafts.Change;
import org.openhall.api.cases.Drafts.Kind;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.forms.Form.Line;
import org.openhall.api.forms.Problem;
import org.openhall.item.Answers;

/** What is different for some answers on another version of their item, question by question. Pure. */
final class DraftChanges {

    private final ItemVersion from;
    private final ItemVersion to;
    private final String language;
    private final Answers before;
    private final Answers after;

    /**
     * Compares.
     *
     * @param from the version the answers were given on
     * @param to the version they would go to
     * @param answers of the draft
     * @param known what the hall knows
     * @param language of the words
     */
    DraftChanges(ItemVersion from, ItemVersion to, Answers answers, Map<String, String> known, String language) {
        this.from = from;
        this.to = to;
        this.language = language;
        this.before = from.form().effective(answers, known);
        this.after = to.form().effective(answers, known);
    }

    /** A question with all its answers; of a list, of all its rows. */
    private record Asked(String question, List<String> answers, boolean known) {

        Asked and(Asked more) {
            List<String> all = new ArrayList<>(answers);
            all.addAll(more.answers);
            return new Asked(question, all, known);
        }
    }

    List<Change> questions() {
        Map<String, Asked> old = asked(from, before);
        Map<String, Asked> now = asked(to, after);
        Map<String, String> refused = newProblems();
        List<Change> changes = new ArrayList<>();
        now.forEach((pointer, asked) -> {
            if (asked.known()) {
                return;
            }
            if (!old.containsKey(pointer)) {
                changes.add(new Change(Kind.QUESTION_NEW, pointer, asked.question(), asked.answers(), ""));
            } else {
                changed(pointer, old.get(pointer), asked, refused).ifPresent(changes::add);
            }
        });
        old.forEach((pointer, asked) -> {
            if (!now.containsKey(pointer) && !asked.known() && !asked.answers().isEmpty()) {
                changes.add(new Change(Kind.QUESTION_GONE, pointer, asked.question(), asked.answers(), ""));
            }
        });
        return changes;
    }

    private Optional<Change> changed(String pointer, Asked old, Asked now, Map<String, String> refused) {
        Optional<String> problem = Optional.ofNullable(refused.get(pointer))
                .filter(any -> !old.answers().isEmpty());
        boolean otherType = !Optional.ofNullable(from.form().pointers().get(pointer))
                .equals(Optional.ofNullable(to.form().pointers().get(pointer)));
        boolean otherWords = !old.question().equals(now.question());
        if (problem.isEmpty() && !otherType && !otherWords) {
            return Optional.empty();
        }
        String text = problem.orElseGet(() ->
                otherWords ? Words.of(language, "change.question", old.question()) : Words.of(language, "change.type"));
        return Optional.of(new Change(Kind.QUESTION_CHANGED, pointer, now.question(), old.answers(), text));
    }

    /** What the new form says of answers against which the old one had nothing to say. */
    private Map<String, String> newProblems() {
        Set<String> old = from.form().problems(before, language).stream()
                .map(problem -> template(problem.pointer()))
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, String> problems = new LinkedHashMap<>();
        for (Problem problem : to.form().problems(after, language)) {
            String pointer = template(problem.pointer());
            if (!old.contains(pointer)) {
                problems.putIfAbsent(pointer, problem.message());
            }
        }
        return problems;
    }

    private Map<String, Asked> asked(ItemVersion version, Answers answers) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        version.form().summary(answers, language).stream()
                .flatMap(section -> section.lines().stream())
                .forEach(line -> asked.merge(
                        template(line.pointer()), new Asked(line.question(), given(line), line.known()), Asked::and));
        return asked;
    }

    private static List<String> given(Line line) {
        return line.answer().stream().filter(text -> !text.isBlank()).toList();
    }

    /** The place that an answer of any row stands for. */
    private static String template(String pointer) {
        return pointer.replaceAll("/[0-9]+(?=/|$)", "/-");
    }
}
