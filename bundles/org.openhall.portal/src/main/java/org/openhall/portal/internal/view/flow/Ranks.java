package org.openhall.portal.internal.view.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openhall.portal.internal.view.flow.FlowGraph.Link;

/**
 * How far each step is from the start: as far as the longest way to it, ways back left out.
 *
 * @param far by step, the start being 0
 * @param back links that lead back to an earlier step
 */
record Ranks(Map<String, Integer> far, Set<Link> back) {

    static Ranks of(FlowGraph graph) {
        Set<Link> back = new HashSet<>();
        List<String> order = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        walk(graph, FlowGraph.START, seen, new HashSet<>(), order, back);
        graph.steps().forEach(step -> walk(graph, step, seen, new HashSet<>(), order, back));
        Collections.reverse(order);
        Map<String, Integer> far = new HashMap<>();
        far.put(FlowGraph.START, 0);
        for (String from : order) {
            int next = far.computeIfAbsent(from, any -> 1) + 1;
            graph.next(from).stream()
                    .filter(to -> !back.contains(new Link(from, to)))
                    .forEach(to -> far.merge(to, from.equals(FlowGraph.START) ? 1 : next, Math::max));
        }
        return new Ranks(far, back);
    }

    /** Depth first; a link to a step that is still being walked leads back. The order is: a step after all that follow it. */
    private static void walk(
            FlowGraph graph, String step, Set<String> seen, Set<String> above, List<String> order, Set<Link> back) {
        if (!seen.add(step)) {
            return;
        }
        above.add(step);
        for (String to : graph.next(step)) {
            if (above.contains(to)) {
                back.add(new Link(step, to));
            } else {
                walk(graph, to, seen, above, order, back);
            }
        }
        above.remove(step);
        order.add(step);
    }

    /** All steps that may follow one without going back. */
    Set<String> after(FlowGraph graph, String step) {
        Set<String> found = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(step));
        while (!waiting.isEmpty()) {
            String from = waiting.remove();
            graph.next(from).stream()
                    .filter(to -> !back.contains(new Link(from, to)) && found.add(to))
                    .forEach(waiting::add);
        }
        return found;
    }
}
