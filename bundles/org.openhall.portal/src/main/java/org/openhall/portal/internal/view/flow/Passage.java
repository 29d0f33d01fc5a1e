package org.openhall.portal.internal.view.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Task;

/**
 * How far a case has come.
 *
 * @param filed whether there is a case at all
 * @param open steps with an open task
 * @param outcomes how each step came out the last time it was done
 * @param told whether the outcome of a step may be shown to who looks
 */
public record Passage(boolean filed, Set<String> open, Map<String, String> outcomes, BiPredicate<String, String> told) {

    /** No case: the chart of a guide. */
    public static Passage none() {
        return new Passage(false, Set.of(), Map.of(), (step, outcome) -> false);
    }

    /**
     * A case.
     *
     * @param file of it
     * @param told whether the outcome of a step, by their names, may be shown
     * @return how far it has come
     */
    public static Passage of(CaseFile file, BiPredicate<String, String> told) {
        Set<String> open = new HashSet<>();
        file.tasks().stream().filter(Task::open).map(Task::step).forEach(open::add);
        Map<String, String> outcomes = new HashMap<>();
        file.events().stream()
                .filter(event -> event.kind().equals("acted"))
                .forEach(event -> outcomes.put(event.step(), event.outcome()));
        return new Passage(true, open, outcomes, told);
    }

    /** "todo", "done" or "now". What comes after an open step is still to be done, even if it was done before the case went back. */
    String state(FlowGraph graph, Ranks ranks, String step) {
        if (open.contains(step)) {
            return "now";
        }
        boolean again = open.stream().anyMatch(now -> ranks.after(graph, now).contains(step));
        return outcomes.containsKey(step) && !again ? "done" : "todo";
    }
}
