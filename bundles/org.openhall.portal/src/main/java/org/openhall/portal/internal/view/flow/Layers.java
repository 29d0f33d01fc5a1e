package org.openhall.portal.internal.view.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openhall.portal.internal.view.flow.FlowGraph.Exit;
import org.openhall.portal.internal.view.flow.FlowGraph.Link;

/**
 * The rows of a chart, from above. Steps that open together and lead to the same places are one unit and have a row of their own; of others at most so
 * many as there are columns stand side by side.
 *
 * @param rows of units; the first one is the start alone
 */
record Layers(List<List<Unit>> rows) {

    /**
     * What is drawn as one.
     *
     * @param steps one, or several that are done at the same time
     */
    record Unit(List<String> steps) {

        boolean together() {
            return steps.size() > 1;
        }

        String first() {
            return steps.get(0);
        }
    }

    static Layers of(FlowGraph graph, Ranks ranks, int columns) {
        List<List<Unit>> rows = new ArrayList<>(List.of(List.of(new Unit(List.of(FlowGraph.START)))));
        List<Unit> pending = new ArrayList<>();
        Map<String, Double> places = new HashMap<>(Map.of(FlowGraph.START, 0.5));
        units(graph, ranks).values().forEach(units -> {
            List<Unit> ordered = ordered(graph, units, places);
            place(ordered, places);
            pending.addAll(ordered);
        });
        stack(graph, ranks, pending, columns, rows);
        return new Layers(List.copyOf(rows));
    }

    /** Steps in the order in which they are read and numbered. */
    static List<String> reading(FlowGraph graph, Ranks ranks) {
        return of(graph, ranks, Integer.MAX_VALUE).rows().stream()
                .skip(1)
                .flatMap(List::stream)
                .flatMap(unit -> unit.steps().stream())
                .toList();
    }

    /** Lays rows upon rows. Where not all fit side by side, what follows the first ones only comes before the next ones. */
    private static void stack(FlowGraph graph, Ranks ranks, List<Unit> pending, int columns, List<List<Unit>> rows) {
        while (!pending.isEmpty()) {
            int rank = ranks.far().get(pending.get(0).first());
            List<Unit> next = pending.stream()
                    .filter(unit -> ranks.far().get(unit.first()) == rank)
                    .toList();
            pending.removeAll(next);
            next.stream().filter(Unit::together).forEach(unit -> rows.add(List.of(unit)));
            List<Unit> single = next.stream().filter(unit -> !unit.together()).toList();
            for (int first = 0; first < single.size(); first += Math.min(columns, single.size())) {
                List<Unit> row = single.subList(first, first + Math.min(columns, single.size() - first));
                rows.add(row);
                if (single.size() > columns) {
                    List<Unit> theirs = following(graph, ranks, row, pending);
                    pending.removeAll(theirs);
                    stack(graph, ranks, theirs, columns, rows);
                }
            }
        }
    }

    /** Those of the pending units that only these lead to. */
    private static List<Unit> following(FlowGraph graph, Ranks ranks, List<Unit> row, List<Unit> pending) {
        Set<String> own = new HashSet<>();
        row.forEach(unit -> own.addAll(unit.steps()));
        List<Unit> found = new ArrayList<>();
        for (Unit unit : pending) {
            List<String> before = graph.exits().stream()
                    .filter(exit -> exit.to().contains(unit.first())
                            && !ranks.back().contains(new Link(exit.from(), unit.first())))
                    .map(Exit::from)
                    .toList();
            if (own.containsAll(before)) {
                own.addAll(unit.steps());
                found.add(unit);
            }
        }
        return found;
    }

    /** The row of a step. */
    int row(String step) {
        return rows.indexOf(rows.stream()
                .filter(row -> row.contains(unit(step)))
                .findFirst()
                .orElseThrow());
    }

    /** What a step is drawn in. */
    Unit unit(String step) {
        return rows.stream()
                .flatMap(List::stream)
                .filter(unit -> unit.steps().contains(step))
                .findFirst()
                .orElseThrow();
    }

    /** Where an exit leads. */
    List<Unit> units(Exit exit) {
        return exit.to().stream().map(this::unit).distinct().toList();
    }

    private record Likeness(int rank, Set<Exit> in, List<Exit> out) {}

    private static Map<Integer, List<Unit>> units(FlowGraph graph, Ranks ranks) {
        Map<Likeness, List<String>> alike = new LinkedHashMap<>();
        for (String step : graph.steps()) {
            Set<Exit> in = graph.exits().stream()
                    .filter(exit -> exit.to().contains(step))
                    .collect(Collectors.toSet());
            List<Exit> out = graph.exits(step).stream()
                    .map(exit -> new Exit(FlowGraph.START, exit.outcomes(), exit.to(), exit.end()))
                    .toList();
            alike.computeIfAbsent(new Likeness(ranks.far().get(step), in, out), any -> new ArrayList<>())
                    .add(step);
        }
        Map<Integer, List<Unit>> byRank = new TreeMap<>();
        alike.forEach((likeness, steps) -> byRank.computeIfAbsent(likeness.rank(), any -> new ArrayList<>())
                .add(new Unit(List.copyOf(steps))));
        return byRank;
    }

    /** Below what leads to them, so that few lines cross; else as in the definition. */
    private static List<Unit> ordered(FlowGraph graph, List<Unit> units, Map<String, Double> places) {
        Map<Unit, Double> wanted = new HashMap<>();
        for (Unit unit : units) {
            wanted.put(
                    unit,
                    graph.exits().stream()
                            .filter(exit -> exit.to().contains(unit.first()) && places.containsKey(exit.from()))
                            .mapToDouble(exit -> places.get(exit.from()))
                            .average()
                            .orElse(1));
        }
        return units.stream().sorted(Comparator.comparing(wanted::get)).toList();
    }

    private static void place(List<Unit> units, Map<String, Double> places) {
        for (int i = 0; i < units.size(); i++) {
            for (String step : units.get(i).steps()) {
                places.put(step, (i + 0.5) / units.size());
            }
        }
    }
}
