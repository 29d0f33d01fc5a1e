package org.openhall.portal.internal.web.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.CaseState;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.portal.internal.view.Documents;

/** What the official may do with one task: the outcomes of its step, each with the name of its button and its effect. */
final class ActsView {

    private final CaseFile file;
    private final CaseWords words;

    ActsView(CaseFile file, CaseWords words) {
        this.file = file;
        this.words = words;
    }

    /** One outcome to choose. */
    public record Choice(
            String code, String text, String button, String effect, boolean chosen, boolean opinionRequired) {}

    /** The form of a task. Empty when the item's version is not there. */
    Optional<Map<String, Object>> form(Task task, Optional<Long> shown, List<String> complaints, Reply reply) {
        List<Outcome> outcomes = outcomes(task);
        if (outcomes.isEmpty()) {
            return Optional.empty();
        }
        String number = file.head().number();
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", task.id());
        form.put("action", DeskLinks.caseOf(number) + "/act");
        form.put("title", words.text("desk.taskTitle", words.step(task.step())));
        form.put(
                "acts",
                outcomes.stream()
                        .map(outcome -> choice(outcome, outcomes.size() == 1, reply))
                        .toList());
        form.put("needed", needed(outcomes));
        form.put("opinion", reply.carried() ? String.join("\n", complaints) : reply.opinion());
        form.put("actionError", reply.actionError());
        form.put("opinionError", reply.opinionError());
        form.put("file", shown);
        boolean carry = !complaints.isEmpty() && !reply.carried();
        form.put("carry", carry ? carryLink(task, shown) : "");
        form.put("carryText", words.text("desk.carry", complaints.size()));
        return Optional.of(form);
    }

    private String carryLink(Task task, Optional<Long> shown) {
        String file = shown.map(id -> "&file=" + id).orElse("");
        return DeskLinks.caseOf(this.file.head().number()) + "?task=" + task.id() + file + "&carry=1#opinion";
    }

    private List<Outcome> outcomes(Task task) {
        return words.version()
                .map(version -> version.definition().steps().get(task.step()))
                .map(Step::outcomes)
                .map(all -> List.copyOf(all.values()))
                .orElse(List.of());
    }

    private Choice choice(Outcome outcome, boolean only, Reply reply) {
        String text = words.outcome(outcome.name());
        return new Choice(
                outcome.name(),
                text,
                words.maybe("desk.button." + outcome.name()).orElse(text),
                effect(outcome),
                only || outcome.name().equals(reply.action()),
                outcome.opinion());
    }

    /** Which outcomes want an opinion. */
    private String needed(List<Outcome> outcomes) {
        String names = outcomes.stream()
                .filter(Outcome::opinion)
                .map(outcome -> words.text("desk.quoted", words.outcome(outcome.name())))
                .collect(Collectors.joining(words.text("word.and")));
        return names.isEmpty() ? words.text("desk.opinionOptional") : words.text("desk.opinionNeeded", names);
    }

    private String effect(Outcome outcome) {
        List<String> sentences = new ArrayList<>();
        outcome.end().ifPresent(end -> sentences.add(words.text("desk.effect.end", state(end))));
        if (outcome.end().isEmpty() && !outcome.to().isEmpty()) {
            sentences.add(words.text("desk.effect.to", words.steps(outcome.to())));
        }
        outcome.clock()
                .flatMap(clock -> words.maybe("desk.effect.clock." + clock))
                .ifPresent(sentences::add);
        outcome.document()
                .flatMap(template -> words.version().map(version -> Documents.title(version, template, words.hall())))
                .ifPresent(title -> sentences.add(words.text("desk.effect.document", title)));
        return String.join(words.text("desk.between"), sentences);
    }

    private String state(String end) {
        return words.state(CaseState.valueOf(end.toUpperCase(java.util.Locale.ROOT)));
    }
}
