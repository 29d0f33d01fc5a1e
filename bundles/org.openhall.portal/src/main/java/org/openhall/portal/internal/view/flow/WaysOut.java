package org.openhall.portal.internal.view.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.portal.internal.view.flow.FlowGraph.Exit;
import org.openhall.portal.internal.view.flow.Lanes.Route;
import org.openhall.portal.internal.view.flow.Layers.Unit;
import org.openhall.portal.internal.view.flow.Places.Place;
import org.openhall.portal.internal.view.flow.Sheet.Point;

/**
 * The ways out of one unit. Ends, and ways along a lane, branch off in rows like the switches of a track; what goes on to the next row goes down with
 * its name beside it.
 */
final class WaysOut {

    private static final int INDENT = 18;
    private static final int TIGHT = 10;
    private static final int ROW_GAP = 10;
    private static final int INLINE = 34;

    private final Chart chart;
    private final Place place;
    private final List<Exit> turning = new ArrayList<>();
    private final List<Exit> going = new ArrayList<>();

    /** What ways are drawn with. */
    record Chart(
            FlowGraph graph, Layers layers, Places places, Lanes lanes, Roads roads, Sheet sheet, ChartWords words) {}

    WaysOut(Chart chart, Place place) {
        this.chart = chart;
        this.place = place;
        for (Exit exit : chart.graph().exits(place.unit().first())) {
            List<Unit> to = chart.layers().units(exit);
            boolean lanesOnly =
                    to.stream().allMatch(unit -> chart.lanes().route(exit, unit).isPresent());
            (lanesOnly && (to.isEmpty() || place.last()) ? turning : going).add(exit);
        }
    }

    /**
     * Draws them up to the channel.
     *
     * @param top of the unit
     * @param bottom of the unit
     * @param channel takes those that go on
     * @return where the channel may begin
     */
    int draw(int top, int bottom, Channel channel) {
        if (place.beside()) {
            int below = beside(top, (top + bottom) / 2);
            return goOn(bottom, Math.max(bottom, below), channel);
        }
        int at = bottom + (turning.isEmpty() ? 0 : ROW_GAP);
        for (Exit exit : turning) {
            Row row = new Row(exit, place.spine() + (place.width() < CardFace.NARROW ? TIGHT : INDENT), edge());
            row.draw(at, List.of(new Point(place.spine(), bottom)));
            at += row.height() + ROW_GAP;
        }
        return goOn(bottom, at, channel);
    }

    private int beside(int top, int middle) {
        int trunk = place.right() + INDENT;
        List<Row> rows = turning.stream()
                .map(exit -> new Row(exit, trunk + INDENT, chart.places().content()))
                .toList();
        int height = rows.stream().mapToInt(Row::height).sum() + Math.max(0, rows.size() - 1) * ROW_GAP;
        int at = Math.max(top, middle - height / 2);
        for (Row row : rows) {
            row.draw(at, List.of(new Point(place.right(), middle), new Point(trunk, middle)));
            at += row.height() + ROW_GAP;
        }
        return at - (rows.isEmpty() ? 0 : ROW_GAP);
    }

    private int edge() {
        return place.last() ? chart.places().content() : place.right();
    }

    /** Down to the next row, each with its name; several share the width. */
    private int goOn(int from, int below, Channel channel) {
        int share = going.isEmpty() ? 0 : (place.width() - CardFace.SPINE) / going.size();
        int split = below + ROW_GAP;
        int bottom = below;
        for (int i = 0; i < going.size(); i++) {
            Exit exit = going.get(i);
            int x = place.spine() + i * share;
            String names = chart.words().outcomes(exit);
            int top = going.size() > 1 ? split + 8 : turning.isEmpty() || place.beside() ? below + 8 : below;
            int ends = chart.sheet().text("label", x + 12, top, CardFace.LINE, CardFace.small(names, share - 20));
            bottom = Math.max(bottom, names.isEmpty() ? below : ends);
        }
        for (int i = 0; i < going.size(); i++) {
            int x = place.spine() + i * share;
            List<Point> lead = new ArrayList<>(List.of(new Point(place.spine(), from)));
            if (i > 0) {
                lead.add(new Point(place.spine(), split));
                lead.add(new Point(x, split));
            }
            lead.add(new Point(x, bottom));
            goOn(going.get(i), lead, channel);
        }
        return bottom;
    }

    private void goOn(Exit exit, List<Point> lead, Channel channel) {
        boolean taken = taken(exit);
        List<Integer> xs = new ArrayList<>();
        List<Channel.Branch> branches = new ArrayList<>();
        for (Unit to : chart.layers().units(exit)) {
            chart.lanes()
                    .route(exit, to)
                    .ifPresentOrElse(
                            route -> {
                                xs.add(lane(route));
                                branches.add((way, bottom) -> chart.roads().leave(route, taken, way));
                            },
                            () -> {
                                int x = chart.places().of(to).spine();
                                xs.add(x);
                                branches.add((way, bottom) -> {
                                    way.add(new Point(x, bottom));
                                    chart.sheet().arrow(taken, way);
                                });
                            });
        }
        channel.add(lead, xs, branches);
    }

    private int lane(Route route) {
        return chart.lanes().x(route, chart.places().content());
    }

    private boolean taken(Exit exit) {
        return place.unit().steps().stream()
                .flatMap(step -> chart.graph().exits(step).stream())
                .anyMatch(own -> own.like(exit) && chart.words().taken(own));
    }

    /** One way that branches off: its name, then the end of the case or a way along a lane. */
    private final class Row {

        private final Exit exit;
        private final int x;
        private final int edge;
        private final List<String> label;
        private final Optional<EndPill> end;
        private final boolean inline;

        Row(Exit exit, int x, int edge) {
            this.exit = exit;
            this.x = x;
            this.edge = edge;
            String ends = exit.end().map(chart.words()::end).orElse("");
            String names = chart.words().outcomes(exit);
            this.end = exit.end().map(any -> new EndPill(ends, edge - x - 2));
            // An outcome called like the end that it leads to is not said twice.
            this.label = !ends.isEmpty() && ends.endsWith(names) ? List.of() : CardFace.small(names, edge - x - 10);
            this.inline = label.size() == 1
                    && end.filter(EndPill::oneLine)
                            .filter(pill -> x + 6 + CardFace.wide(label.get(0), false) + INLINE + pill.width() <= edge)
                            .isPresent();
        }

        int height() {
            int words = label.size() * CardFace.LINE;
            return end.map(pill -> (inline ? 0 : words) + pill.height()).orElse(Math.max(words, CardFace.LINE));
        }

        void draw(int y, List<Point> before) {
            boolean taken = taken(exit);
            end.ifPresentOrElse(pill -> toEnd(pill, y, before, taken), () -> along(y, before, taken));
        }

        private void toEnd(EndPill pill, int y, List<Point> before, boolean taken) {
            int above = inline ? 0 : label.size() * CardFace.LINE;
            int middle = y + above + pill.height() / 2;
            if (inline) {
                int after = x + 12 + CardFace.wide(label.get(0), false);
                int left = after + INLINE - 12;
                chart.sheet().text("label", x + 6, middle - CardFace.LINE / 2, CardFace.LINE, label);
                chart.sheet().way(taken, way(before, new Point(x, middle)));
                chart.sheet().arrow(taken, List.of(new Point(after, middle), new Point(left, middle)));
                pill.draw(chart.sheet(), left, y, taken);
            } else {
                chart.sheet().text("label", x, y, CardFace.LINE, label);
                chart.sheet().arrow(taken, way(before, new Point(x, middle)));
                pill.draw(chart.sheet(), x, y + above, taken);
            }
        }

        private void along(int y, List<Point> before, boolean taken) {
            int middle = y + CardFace.LINE / 2;
            chart.sheet().text("label", x + 6, y, CardFace.LINE, label);
            List<Point> start = way(before, new Point(x, middle));
            int from = label.isEmpty() ? x : x + 12 + CardFace.wide(label.get(0), false);
            if (!label.isEmpty()) {
                chart.sheet().way(taken, start);
                start = List.of(new Point(from, middle));
            }
            for (Unit to : chart.layers().units(exit)) {
                Route route = chart.lanes().route(exit, to).orElseThrow();
                List<Point> until = new ArrayList<>(start);
                until.add(new Point(lane(route), middle));
                chart.roads().leave(route, taken, until);
            }
        }

        private List<Point> way(List<Point> before, Point to) {
            List<Point> way = new ArrayList<>(before);
            way.add(new Point(before.get(before.size() - 1).x(), to.y()));
            way.add(to);
            return way;
        }
    }
}
