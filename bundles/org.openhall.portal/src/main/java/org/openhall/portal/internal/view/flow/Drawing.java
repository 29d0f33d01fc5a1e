package org.openhall.portal.internal.view.flow;

import java.util.List;

/**
 * A chart as shapes, in the order in which they are drawn. Kinds are names of styles.
 *
 * @param width of the picture
 * @param height of the picture
 * @param boxes frames, cards, badges and ends
 * @param lines ways and their arrow heads
 * @param discs numbers and marks
 * @param texts words, each one line, from its left end on its base line
 */
public record Drawing(int width, int height, List<Box> boxes, List<Line> lines, List<Disc> discs, List<Text> texts) {

    /** A rounded rectangle. */
    public record Box(String kind, int x, int y, int width, int height, int radius) {

        int right() {
            return x + width;
        }

        int bottom() {
            return y + height;
        }
    }

    /** A path in the syntax of SVG. */
    public record Line(String kind, String path) {}

    /** A disc by its middle; what is in it may be empty. */
    public record Disc(String kind, int x, int y, String text) {}

    /** One line of words; between parts stands a dot. */
    public record Text(String kind, int x, int y, List<String> parts) {}
}
