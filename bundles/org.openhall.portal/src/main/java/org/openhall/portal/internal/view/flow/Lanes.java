package org.openhall.portal.internal.view.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.portal.internal.view.flow.FlowGraph.Exit;
import org.openhall.portal.internal.view.flow.Layers.Unit;

/** Lanes at the right edge for ways that do not lead to the next row: back to an earlier step, or past a step. */
final class Lanes {

    private static final int GAP = 14;
    private static final int MARGIN = 8;
    private static final int ROOM = 6 * GAP;

    private final Map<Route, Integer> lanes;

    private Lanes(Map<Route, Integer> lanes) {
        this.lanes = lanes;
    }

    /**
     * A way along a lane.
     *
     * @param exit that it leaves by
     * @param to step
     * @param from row of the exit
     * @param until row of the step
     */
    record Route(Exit exit, String to, int from, int until) {

        private int upper() {
            return Math.min(from, until);
        }

        private int lower() {
            return Math.max(from, until);
        }
    }

    /** Ways to the same step in the same direction share a lane; many ways out of one exit do too. Short lanes lie inside long ones. */
    static Lanes of(FlowGraph graph, Layers layers) {
        Map<String, List<Route>> bundles = new LinkedHashMap<>();
        for (Exit exit : graph.exits()) {
            int from = layers.row(exit.from());
            // Of steps that are drawn as one, the first speaks for all.
            List<Route> routes = layers.units(exit).stream()
                    .filter(to -> layers.unit(exit.from()).first().equals(exit.from()))
                    .map(Unit::first)
                    .filter(to -> layers.row(to) != from + 1)
                    .map(to -> new Route(exit, to, from, layers.row(to)))
                    .toList();
            for (Route route : routes) {
                String key = routes.size() > 1
                        ? "from " + exit.from() + exit.outcomes()
                        : "to " + route.to() + (route.until() > from);
                bundles.computeIfAbsent(key, any -> new ArrayList<>()).add(route);
            }
        }
        List<List<Route>> sorted = bundles.values().stream()
                .sorted(Comparator.comparingInt(bundle -> bottom(bundle) - top(bundle)))
                .toList();
        Map<Route, Integer> lanes = new HashMap<>();
        List<List<Route>> taken = new ArrayList<>();
        for (List<Route> bundle : sorted) {
            int lane = 0;
            while (lane < taken.size()
                    && taken.get(lane).stream()
                            .anyMatch(other -> other.upper() <= bottom(bundle) && other.lower() >= top(bundle))) {
                lane++;
            }
            if (lane == taken.size()) {
                taken.add(new ArrayList<>());
            }
            taken.get(lane).addAll(bundle);
            int chosen = lane;
            bundle.forEach(route -> lanes.put(route, chosen));
        }
        return new Lanes(lanes);
    }

    private static int top(List<Route> bundle) {
        return bundle.stream().mapToInt(Route::upper).min().orElseThrow();
    }

    private static int bottom(List<Route> bundle) {
        return bundle.stream().mapToInt(Route::lower).max().orElseThrow();
    }

    /** What the lanes take of the width. */
    int width() {
        return lanes.isEmpty() ? 0 : MARGIN + count() * gap();
    }

    private int count() {
        return lanes.values().stream().mapToInt(lane -> lane + 1).max().orElse(0);
    }

    /** Many lanes come closer to each other. */
    private int gap() {
        return Math.max(4, Math.min(GAP, ROOM / count()));
    }

    /** Where a lane runs, beside content of some width. */
    int x(Route route, int content) {
        return content + MARGIN + lanes.get(route) * gap() + gap() / 2;
    }

    Optional<Route> route(Exit exit, Unit to) {
        return lanes.keySet().stream()
                .filter(route -> route.exit().equals(exit) && route.to().equals(to.first()))
                .findFirst();
    }

    List<Route> into(Unit unit) {
        return lanes.keySet().stream()
                .filter(route -> route.to().equals(unit.first()))
                .toList();
    }
}
