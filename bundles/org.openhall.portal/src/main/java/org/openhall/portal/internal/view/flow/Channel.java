package org.openhall.portal.internal.view.flow;

import java.util.ArrayList;
import java.util.List;
import org.openhall.portal.internal.view.flow.Sheet.Point;

/** The room between two rows, where ways change sides; every way that does has a track of its own there. */
final class Channel {

    private static final int TRACK = 12;
    private static final int BEFORE = 6;
    private static final int AFTER = 20;

    private final List<Net> nets = new ArrayList<>();

    /** Ends of one way: drawn on to where it goes once the track is known. */
    @FunctionalInterface
    interface Branch {
        void draw(List<Point> untilTrack, int bottom);
    }

    private record Target(int x, Branch branch) {}

    private record Net(List<Point> lead, List<Target> targets) {

        int source() {
            return lead.get(lead.size() - 1).x();
        }

        boolean straight() {
            return targets.stream().allMatch(target -> target.x() == source());
        }

        /** Would run over the other one's end if it changed sides below it. */
        boolean before(Net other) {
            return other.targets().stream().anyMatch(target -> target.x() == source());
        }
    }

    /**
     * Lets a way through.
     *
     * @param lead from where it begins to where it enters the channel
     * @param xs where its branches leave the track
     * @param branches what is drawn there, one for each
     */
    void add(List<Point> lead, List<Integer> xs, List<Branch> branches) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < xs.size(); i++) {
            targets.add(new Target(xs.get(i), branches.get(i)));
        }
        nets.add(new Net(lead, targets));
    }

    /** Draws all ways; answers where the next row begins. */
    int draw(int top) {
        List<Net> tracks = ordered();
        int bottom = top + BEFORE + tracks.size() * TRACK + AFTER;
        for (Net net : nets) {
            int y = net.straight() ? bottom - AFTER : top + BEFORE + (tracks.indexOf(net) + 1) * TRACK - TRACK / 2;
            for (Target target : net.targets()) {
                List<Point> way = new ArrayList<>(net.lead());
                way.add(new Point(net.source(), y));
                way.add(new Point(target.x(), y));
                target.branch().draw(way, bottom);
            }
        }
        return bottom;
    }

    private List<Net> ordered() {
        List<Net> left =
                new ArrayList<>(nets.stream().filter(net -> !net.straight()).toList());
        List<Net> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Net next = left.stream()
                    .filter(net -> left.stream().noneMatch(other -> other != net && other.before(net)))
                    .findFirst()
                    .orElse(left.get(0));
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }
}
