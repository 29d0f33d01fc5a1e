package org.openhall.portal.internal.view.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openhall.portal.internal.view.flow.Lanes.Route;
import org.openhall.portal.internal.view.flow.Layers.Unit;
import org.openhall.portal.internal.view.flow.Places.Format;
import org.openhall.portal.internal.view.flow.Places.Place;
import org.openhall.portal.internal.view.flow.Sheet.Point;

/**
 * Draws a graph from above to below, one row after the other. Every way consists of straight pieces that run between the rows, in the lanes at the right
 * edge, or beside the cards, never through one. Pure: the same graph and words give the same drawing.
 */
final class FlowLayout {

    private static final int PAD = 12;
    private static final int TITLE = 34;
    private static final int GAP = 10;
    private static final int EDGE = 2;

    private final WaysOut.Chart chart;
    private final Map<String, Integer> numbers = new HashMap<>();

    private FlowLayout(FlowGraph graph, Ranks ranks, Format format, ChartWords words) {
        Layers layers = Layers.of(graph, ranks, format.columns());
        Lanes lanes = Lanes.of(graph, layers);
        var places = new Places(layers, format, format.width() - lanes.width());
        this.chart = new WaysOut.Chart(graph, layers, places, lanes, new Roads(), new Sheet(), words);
        Layers.reading(graph, ranks).forEach(step -> numbers.put(step, numbers.size() + 1));
    }

    static Drawing draw(FlowGraph graph, Format format, ChartWords words) {
        return new FlowLayout(graph, Ranks.of(graph), format, words).draw(format);
    }

    private Drawing draw(Format format) {
        int y = 0;
        List<List<Unit>> rows = chart.layers().rows();
        for (int row = 0; row < rows.size(); row++) {
            var channel = new Channel();
            int bottom = y;
            for (Unit unit : rows.get(row)) {
                Place place = chart.places().of(unit);
                int below = y + draw(place, y);
                arriveBeside(place, y);
                bottom = Math.max(bottom, new WaysOut(chart, place).draw(y, below, channel));
            }
            if (row + 1 < rows.size()) {
                rows.get(row + 1).forEach(unit -> arriveAbove(chart.places().of(unit), channel));
                y = channel.draw(bottom);
            } else {
                y = bottom;
            }
        }
        chart.roads().draw(chart.sheet());
        return chart.sheet().finish(format.width(), y + EDGE);
    }

    /** Whether ways along a lane come in at its right side; else they come from above. */
    private boolean open(Place place) {
        return place.last() && !place.beside();
    }

    private void arriveBeside(Place place, int top) {
        if (open(place)) {
            int y = top + PAD + EDGE + 12;
            for (Route route : chart.lanes().into(place.unit())) {
                int lane = chart.lanes().x(route, chart.places().content());
                chart.roads().arrive(route, List.of(new Point(lane, y), new Point(place.right(), y)));
            }
        }
    }

    private void arriveAbove(Place place, Channel channel) {
        if (open(place)) {
            return;
        }
        Map<Integer, List<Route>> byLane = chart.lanes().into(place.unit()).stream()
                .collect(Collectors.groupingBy(
                        route -> chart.lanes().x(route, chart.places().content())));
        // Only the end of these ways is known here: from the lane along a track to the unit.
        byLane.forEach((lane, routes) ->
                channel.add(List.of(new Point(lane, 0)), List.of(place.spine()), List.of((way, bottom) -> {
                    List<Point> end = new ArrayList<>(way.subList(1, way.size()));
                    end.add(new Point(place.spine(), bottom));
                    routes.forEach(route -> chart.roads().arrive(route, end));
                })));
    }

    /** Draws a unit; answers its height. */
    private int draw(Place place, int y) {
        Unit unit = place.unit();
        if (unit.first().equals(FlowGraph.START)) {
            return EndPill.start(chart.sheet(), chart.words().start(), place.x() + EDGE, y + EDGE) + EDGE;
        }
        if (!unit.together()) {
            var face = face(unit.first(), place.width() - 2);
            face.draw(chart.sheet(), place.x() + 1, y, face.height());
            return face.height();
        }
        return together(place, y);
    }

    private int together(Place place, int y) {
        List<String> steps = place.unit().steps();
        int columns = Math.min(chart.places().format().together(), steps.size());
        int width = (place.width() - 2 * PAD - (columns - 1) * GAP) / columns;
        List<CardFace> faces = steps.stream().map(step -> face(step, width)).toList();
        List<String> title = CardFace.small(chart.words().together(steps.size()), place.width() - 2 * PAD);
        int at = y + TITLE + (title.size() - 1) * CardFace.LINE;
        for (int first = 0; first < faces.size(); first += columns) {
            List<CardFace> row = faces.subList(first, Math.min(first + columns, faces.size()));
            int height = row.stream().mapToInt(CardFace::height).max().orElseThrow();
            for (int i = 0; i < row.size(); i++) {
                row.get(i).draw(chart.sheet(), place.x() + PAD + i * (width + GAP), at, height);
            }
            at += height + GAP;
        }
        int height = at - GAP + PAD - y;
        chart.sheet().frame(place.x() + 1, y, place.width() - 2, height);
        chart.sheet().text("title", place.x() + PAD, y + 8, CardFace.LINE, title);
        return height;
    }

    private CardFace face(String step, int width) {
        return new CardFace(chart.words().caption(step), numbers.get(step), width);
    }
}
