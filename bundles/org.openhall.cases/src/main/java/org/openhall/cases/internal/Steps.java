package org.openhall.cases.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openhall.api.cases.CaseFile.Event;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;

/** Which steps a definition opens. Pure. */
final class Steps {

    /** Kind of the event, and outcome of the task, when an extension's step was taken out while it was open. */
    static final String REMOVED = "removed";

    private final ItemDefinition definition;

    Steps(ItemDefinition definition) {
        this.definition = definition;
    }

    /** The outcome of a step by its name. */
    Optional<Outcome> outcome(String step, String name) {
        return Optional.ofNullable(definition.steps().get(step))
                .map(found -> found.outcomes().get(name));
    }

    /** Identifiers of the steps on which a case begins. */
    List<String> first() {
        return toOpen(definition.start(), List.of()).stream()
                .map(Step::id)
                .distinct()
                .toList();
    }

    /** Steps to open now, see {@link ItemDefinition#toOpen}. */
    List<Step> toOpen(Collection<String> wanted, Collection<String> open) {
        return definition.toOpen(wanted, open);
    }

    /**
     * Steps that the last event asks for, and those that earlier ones asked for and that were not opened because they waited. Only a step
     * that waits for others can be left over from an earlier act; so nothing is opened after the fact when an extension puts a step in at
     * a point that a case has passed.
     */
    Set<String> pending(List<Event> history) {
        Set<String> wanted = new LinkedHashSet<>(waiting(followed(definition.start(), history, 0)));
        Set<String> open = new HashSet<>();
        for (int i = 0; i < history.size(); i++) {
            Event event = history.get(i);
            boolean last = i == history.size() - 1;
            int next = i + 1;
            if (event.kind().equals("acted")) {
                open.remove(event.step());
                outcome(event.step(), event.outcome())
                        .map(Outcome::to)
                        .ifPresent(to -> wanted.addAll(last ? to : waiting(followed(to, history, next))));
                wanted.removeAll(open);
            } else if (event.kind().equals("opened")) {
                open.add(event.step());
                wanted.remove(event.step());
            } else if (event.kind().equals(REMOVED)) {
                open.remove(event.step());
            }
        }
        return wanted;
    }

    private List<String> waiting(Collection<String> steps) {
        return steps.stream()
                .filter(id -> definition.steps().containsKey(id))
                .filter(id -> !definition.steps().get(id).waitsFor().isEmpty())
                .toList();
    }

    /** Where an act led then: past steps of extensions that were put in there only later. */
    private List<String> followed(Collection<String> to, List<Event> history, int from) {
        return to.stream().flatMap(id -> followed(id, history, from)).toList();
    }

    private Stream<String> followed(String id, List<Event> history, int from) {
        Optional<Outcome> onward = Optional.ofNullable(definition.steps().get(id))
                .flatMap(step -> step.onward().map(step.outcomes()::get));
        boolean there = history.stream()
                .skip(from)
                .anyMatch(event -> event.kind().equals("opened") && event.step().equals(id));
        return onward.isEmpty() || there
                ? Stream.of(id)
                : onward.get().to().stream().flatMap(next -> followed(next, history, from));
    }
}
