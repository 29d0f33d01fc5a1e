package org.openhall.portal.internal.view.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openhall.portal.internal.view.flow.Lanes.Route;
import org.openhall.portal.internal.view.flow.Sheet.Point;

/** Ways along the lanes: drawn when both the row they leave and the row they come to have their places. */
final class Roads {

    private record Start(Route route, boolean taken, List<Point> until) {}

    private final List<Start> starts = new ArrayList<>();
    private final Map<Route, List<Point>> ends = new HashMap<>();

    /** From the exit to the lane. */
    void leave(Route route, boolean taken, List<Point> untilLane) {
        starts.add(new Start(route, taken, untilLane));
    }

    /** From the lane to the step. */
    void arrive(Route route, List<Point> fromLane) {
        ends.put(route, fromLane);
    }

    void draw(Sheet sheet) {
        for (Start start : starts) {
            List<Point> way = new ArrayList<>(start.until());
            way.addAll(ends.get(start.route()));
            sheet.arrow(start.taken(), way);
        }
    }
}
