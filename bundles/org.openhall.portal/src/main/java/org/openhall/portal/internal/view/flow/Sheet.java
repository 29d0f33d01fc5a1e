package org.openhall.portal.internal.view.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A drawing while it is made. */
final class Sheet {

    private static final int BEND = 8;
    private static final int ARROW = 7;

    private final List<Drawing.Box> boxes = new ArrayList<>();
    private final List<Drawing.Line> lines = new ArrayList<>();
    private final List<Drawing.Disc> discs = new ArrayList<>();
    private final List<Drawing.Text> texts = new ArrayList<>();

    /** A place on the sheet. */
    record Point(int x, int y) {}

    Drawing finish(int width, int height) {
        // What was gone lies above what was not.
        lines.sort(Comparator.comparing(line -> line.kind().endsWith("taken")));
        return new Drawing(
                width, height, List.copyOf(boxes), List.copyOf(lines), List.copyOf(discs), List.copyOf(texts));
    }

    void box(String kind, int x, int y, int width, int height, int radius) {
        boxes.add(new Drawing.Box(kind, x, y, width, height, radius));
    }

    /** Around what is drawn already. */
    void frame(int x, int y, int width, int height) {
        boxes.add(0, new Drawing.Box("frame", x, y, width, height, 8));
    }

    void disc(String kind, int x, int y, String text) {
        discs.add(new Drawing.Disc(kind, x, y, text));
    }

    /** Lines of text below each other; answers where they end. */
    int text(String kind, int x, int top, int lineHeight, List<String> words) {
        int y = top;
        for (String line : words) {
            y = parts(kind, x, y, lineHeight, List.of(line));
        }
        return y;
    }

    /** One line of several parts; answers where it ends. */
    int parts(String kind, int x, int top, int lineHeight, List<String> parts) {
        texts.add(new Drawing.Text(kind, x, top + lineHeight * 3 / 4, parts));
        return top + lineHeight;
    }

    /** A way with round bends; straight pieces only. */
    void way(boolean taken, List<Point> through) {
        lines.add(new Drawing.Line(taken ? "way-taken" : "way", path(through)));
    }

    /** A way with an arrow head at its end. */
    void arrow(boolean taken, List<Point> through) {
        Point tip = through.get(through.size() - 1);
        Point before = through.get(through.size() - 2);
        int dx = Integer.signum(tip.x() - before.x());
        int dy = Integer.signum(tip.y() - before.y());
        List<Point> shaft = new ArrayList<>(through);
        shaft.set(shaft.size() - 1, new Point(tip.x() - dx * (ARROW - 1), tip.y() - dy * (ARROW - 1)));
        way(taken, shaft);
        int x = tip.x() - dx * ARROW;
        int y = tip.y() - dy * ARROW;
        int half = ARROW - 2;
        lines.add(new Drawing.Line(
                taken ? "tip-taken" : "tip",
                "M" + tip.x() + " " + tip.y() + "L" + (x - dy * half) + " " + (y - dx * half) + "L" + (x + dy * half)
                        + " " + (y + dx * half) + "Z"));
    }

    private static String path(List<Point> through) {
        List<Point> points = corners(through);
        var path =
                new StringBuilder("M" + points.get(0).x() + " " + points.get(0).y());
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            Point in = towards(corner, points.get(i - 1));
            Point out = towards(corner, points.get(i + 1));
            path.append(
                    "L" + in.x() + " " + in.y() + "Q" + corner.x() + " " + corner.y() + " " + out.x() + " " + out.y());
        }
        Point last = points.get(points.size() - 1);
        return path.append("L" + last.x() + " " + last.y()).toString();
    }

    /** Only the points where the direction changes. */
    private static List<Point> corners(List<Point> through) {
        List<Point> points = new ArrayList<>();
        for (Point point : through) {
            int size = points.size();
            if (size > 0 && points.get(size - 1).equals(point)) {
                continue;
            }
            if (size > 1 && straight(points.get(size - 2), points.get(size - 1), point)) {
                points.remove(size - 1);
            }
            points.add(point);
        }
        return points;
    }

    private static boolean straight(Point a, Point b, Point c) {
        return a.x() == b.x() && b.x() == c.x() || a.y() == b.y() && b.y() == c.y();
    }

    /** A little way from a corner, never past the middle of the piece. */
    private static Point towards(Point corner, Point other) {
        int dx = other.x() - corner.x();
        int dy = other.y() - corner.y();
        int step = Math.min(BEND, (Math.abs(dx) + Math.abs(dy)) / 2);
        return new Point(corner.x() + Integer.signum(dx) * step, corner.y() + Integer.signum(dy) * step);
    }
}
