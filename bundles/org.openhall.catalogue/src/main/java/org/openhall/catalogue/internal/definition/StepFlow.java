package org.openhall.catalogue.internal.definition;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;

/** Follows the steps of an item: every name leads somewhere, every step is reached, every way ends. */
final class StepFlow {

    private final String file;
    private final ItemDefinition definition;
    private final Map<String, Integer> lines;
    private final Defects defects;

    StepFlow(String file, ItemDefinition definition, Map<String, Integer> lines, Defects defects) {
        this.file = file;
        this.definition = definition;
        this.lines = lines;
        this.defects = defects;
    }

    void check() {
        Map<String, Step> steps = definition.steps();
        known(definition.start(), "start");
        if (definition.start().isEmpty() && lines.containsKey("start")) {
            defect(
                    "start",
                    "'start' is empty; name the steps that are opened when a case is filed.",
                    "“start”是空的，请写明提交后打开哪些环节。");
        }
        for (Step step : steps.values()) {
            known(step.waitsFor(), path(step) + ".waitsFor");
            step.outcomes().values().forEach(outcome -> known(outcome.to(), path(step, outcome) + ".to"));
        }
        Set<String> reached = reached();
        Set<String> ending = ending();
        for (Step step : steps.values()) {
            if (!reached.contains(step.id())) {
                defect(
                        path(step),
                        "No way leads to the step '" + step.id()
                                + "'; name it in 'start' or in 'to' of an outcome, or leave it out.",
                        "没有路通到环节“" + step.id() + "”；请在“start”或某个结果的“to”里写上它，或者去掉它。");
            } else if (!ending.contains(step.id())) {
                defect(
                        path(step),
                        "From the step '" + step.id() + "' a case never ends; give some outcome on the way an 'end'.",
                        "从环节“" + step.id() + "”起办件永远不会结束，请给路上的某个结果写“end”。");
            }
            stopsHalfWay(step);
            if (waitsForItself(step)) {
                defect(
                        path(step),
                        "The step '" + step.id() + "' waits for itself; take a step out of 'waitsFor'.",
                        "环节“" + step.id() + "”等的是它自己，请从“waitsFor”里去掉一个环节。");
            }
        }
    }

    private void known(Collection<String> names, String path) {
        for (String name : names) {
            if (!definition.steps().containsKey(name)) {
                defect(
                        path + "." + name,
                        "There is no step '" + name + "'; correct the name or add the step.",
                        "没有环节“" + name + "”，请改正名称或补上环节。");
            }
        }
    }

    /** An outcome without 'to' and 'end' only makes sense where another step waits for this one. */
    private void stopsHalfWay(Step step) {
        for (Outcome outcome : step.outcomes().values()) {
            if (leavesOpen(outcome) && waiting(step.id()).isEmpty()) {
                defect(
                        path(step, outcome),
                        "After '" + outcome.name() + "' of '" + step.id()
                                + "' nothing follows and no step waits for it; add 'to' or 'end'.",
                        "“" + step.id() + "”的“" + outcome.name() + "”之后没有下文，也没有环节等它；请加上“to”或“end”。");
            }
        }
    }

    private Set<String> reached() {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(definition.start());
        while (!next.isEmpty()) {
            Step step = definition.steps().get(next.pop());
            if (step != null && reached.add(step.id())) {
                step.outcomes().values().forEach(outcome -> next.addAll(outcome.to()));
            }
        }
        return reached;
    }

    /** Steps from which some way ends, found from the ends backwards. */
    private Set<String> ending() {
        Set<String> ending = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Step step : definition.steps().values()) {
                if (!ending.contains(step.id())
                        && step.outcomes().values().stream().anyMatch(outcome -> ends(step, outcome, ending))) {
                    more = ending.add(step.id());
                }
            }
        }
        return ending;
    }

    private boolean ends(Step step, Outcome outcome, Set<String> ending) {
        return outcome.end().isPresent()
                || outcome.to().stream().anyMatch(ending::contains)
                || leavesOpen(outcome) && waiting(step.id()).stream().anyMatch(ending::contains);
    }

    private boolean waitsForItself(Step step) {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(step.waitsFor());
        while (!next.isEmpty()) {
            String name = next.pop();
            if (name.equals(step.id())) {
                return true;
            }
            if (seen.add(name) && definition.steps().containsKey(name)) {
                next.addAll(definition.steps().get(name).waitsFor());
            }
        }
        return false;
    }

    private List<String> waiting(String step) {
        return definition.steps().values().stream()
                .filter(other -> other.waitsFor().contains(step))
                .map(Step::id)
                .toList();
    }

    private static boolean leavesOpen(Outcome outcome) {
        return outcome.end().isEmpty() && outcome.to().isEmpty();
    }

    private static String path(Step step) {
        return "steps." + step.id();
    }

    private static String path(Step step, Outcome outcome) {
        return path(step) + ".outcomes." + outcome.name();
    }

    private void defect(String path, String message, String chinese) {
        defects.add(file, lines.getOrDefault(path, 0), message, chinese);
    }
}
