package org.openhall.portal.internal.view.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;

/**
 * What leads where in a definition.
 *
 * @param steps identifiers, in the order of the definition
 * @param exits of the start and of every step
 */
record FlowGraph(List<String> steps, List<Exit> exits) {

    /** Stands for the filing, before all steps. */
    static final String START = "";

    /**
     * A way out of a step.
     *
     * @param from step, or the start
     * @param outcomes all that lead to the same places; none for the start, and where a step only waits for this one
     * @param to steps that come next
     * @param end how the case ends
     */
    record Exit(String from, List<String> outcomes, List<String> to, Optional<String> end) {

        /** Whether it leads to the same places by the same outcomes as another one. */
        boolean like(Exit other) {
            return outcomes.equals(other.outcomes) && to.equals(other.to) && end.equals(other.end);
        }
    }

    /** One step that leads to another. */
    record Link(String from, String to) {}

    static FlowGraph of(ItemDefinition definition) {
        List<Exit> exits = new ArrayList<>();
        exits.add(new Exit(START, List.of(), direct(definition, definition.start()), Optional.empty()));
        for (Step step : definition.steps().values()) {
            Map<Exit, List<String>> names = new LinkedHashMap<>();
            for (Outcome outcome : step.outcomes().values()) {
                names.computeIfAbsent(exit(definition, step, outcome), any -> new ArrayList<>())
                        .add(outcome.name());
            }
            names.forEach((exit, all) -> exits.add(new Exit(step.id(), List.copyOf(all), exit.to(), exit.end())));
            List<String> only = waiting(definition, step.id())
                    .filter(waiting ->
                            names.keySet().stream().noneMatch(exit -> exit.to().contains(waiting)))
                    .toList();
            if (!only.isEmpty()) {
                exits.add(new Exit(step.id(), List.of(), only, Optional.empty()));
            }
        }
        return new FlowGraph(List.copyOf(definition.steps().keySet()), List.copyOf(exits));
    }

    private static Exit exit(ItemDefinition definition, Step step, Outcome outcome) {
        List<String> to = outcome.end().isPresent() ? List.of() : direct(definition, outcome.to());
        boolean leavesOpen = to.isEmpty() && outcome.end().isEmpty();
        return new Exit(
                step.id(),
                List.of(),
                leavesOpen ? waiting(definition, step.id()).toList() : to,
                outcome.end());
    }

    /** Without steps that are asked for now but wait for others that are asked for with them: the way to those leads through the others. */
    private static List<String> direct(ItemDefinition definition, List<String> asked) {
        return asked.stream()
                .distinct()
                .filter(id -> definition.steps().containsKey(id))
                .filter(id -> definition.steps().get(id).waitsFor().stream().noneMatch(asked::contains))
                .toList();
    }

    private static Stream<String> waiting(ItemDefinition definition, String id) {
        return definition.steps().values().stream()
                .filter(step -> step.waitsFor().contains(id))
                .map(Step::id);
    }

    List<Exit> exits(String from) {
        return exits.stream().filter(exit -> exit.from().equals(from)).toList();
    }

    /** Where a step leads, by any way. */
    List<String> next(String from) {
        return exits(from).stream()
                .flatMap(exit -> exit.to().stream())
                .distinct()
                .toList();
    }
}
