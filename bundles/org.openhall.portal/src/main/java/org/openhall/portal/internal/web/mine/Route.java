package org.openhall.portal.internal.web.mine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;

/** The steps of an item in the order in which they are usually passed. */
public final class Route {

    private final ItemDefinition definition;

    /**
     * Looks at one definition.
     *
     * @param definition of the item
     */
    public Route(ItemDefinition definition) {
        this.definition = definition;
    }

    /** All steps that can be reached, the first ones first. */
    public List<Step> all() {
        return reach(definition.start(), List.of());
    }

    /**
     * The steps that may still come.
     *
     * @param open steps with an open task
     * @param passed steps that were done already
     * @return in order, without those
     */
    public List<Step> after(Collection<String> open, Collection<String> passed) {
        List<String> next = open.stream()
                .flatMap(id -> step(id).stream())
                .flatMap(step -> step.outcomes().values().stream())
                .flatMap(outcome -> outcome.to().stream())
                .toList();
        var without = new ArrayList<>(open);
        without.addAll(passed);
        return reach(next, without);
    }

    /** A step by its identifier. */
    public Optional<Step> step(String id) {
        return Optional.ofNullable(definition.steps().get(id));
    }

    /** An outcome of a step. */
    public Optional<Outcome> outcome(String step, String name) {
        return step(step).map(found -> found.outcomes().get(name));
    }

    /**
     * Whether applicants hear how a step came out: where it ends the case, marks it or has a document made. What officials think on the way
     * stays theirs.
     *
     * @param step where it was done
     * @param name of the outcome
     * @return false when it is enough that the step is done
     */
    public boolean tells(String step, String name) {
        return outcome(step, name)
                .filter(found -> found.end().isPresent()
                        || found.marks().isPresent()
                        || found.document().isPresent())
                .isPresent();
    }

    /**
     * The act after which the clock of the case runs.
     *
     * @return empty when it runs from the filing
     */
    public Optional<Outcome> clockStart() {
        return all().stream().flatMap(step -> doing(step, "start")).findFirst();
    }

    /** Whether an outcome of a step starts or stops the clock of the case. */
    public static boolean does(Step step, String clock) {
        return doing(step, clock).findAny().isPresent();
    }

    private static java.util.stream.Stream<Outcome> doing(Step step, String clock) {
        return step.outcomes().values().stream()
                .filter(outcome -> outcome.clock().filter(clock::equals).isPresent());
    }

    private List<Step> reach(Collection<String> from, Collection<String> without) {
        Map<String, Step> found = new LinkedHashMap<>();
        Queue<String> waiting = new ArrayDeque<>(from);
        while (!waiting.isEmpty()) {
            String id = waiting.remove();
            Optional<Step> step = step(id).filter(known -> !found.containsKey(id) && !without.contains(id));
            step.ifPresent(known -> {
                found.put(id, known);
                known.outcomes().values().forEach(outcome -> waiting.addAll(outcome.to()));
            });
        }
        return List.copyOf(found.values());
    }
}
