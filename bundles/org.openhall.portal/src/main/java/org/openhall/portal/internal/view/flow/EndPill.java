package org.openhall.portal.internal.view.flow;

import java.util.List;

/** The end of a case: a round box with a mark, which is left out where there is little room. */
final class EndPill {

    private static final int MARKED = 30;
    private static final int PAD = 5;
    private static final int SIDE = 13;
    private static final int ROOMY = 110;

    private final int left;
    private final List<String> lines;

    EndPill(String words, int room) {
        this.left = room < ROOMY ? SIDE : MARKED;
        this.lines = TextRuler.lines(words, CardFace.SMALL, true, room - left - SIDE);
    }

    boolean oneLine() {
        return lines.size() == 1;
    }

    int width() {
        return left
                + SIDE
                + lines.stream()
                        .mapToInt(line -> CardFace.wide(line, true))
                        .max()
                        .orElse(0);
    }

    int height() {
        return lines.size() * CardFace.LINE + 2 * PAD;
    }

    void draw(Sheet sheet, int x, int y, boolean reached) {
        String kind = reached ? "end-taken" : "end";
        sheet.box(kind, x, y, width(), height(), 15);
        if (left == MARKED) {
            sheet.disc(reached ? "stop-taken" : "stop", x + 18, y + height() / 2, "");
        }
        sheet.text(kind, x + left, y + PAD, CardFace.LINE, lines);
    }

    /** The beginning looks alike, but has no mark and its own style. */
    static int start(Sheet sheet, String words, int x, int y) {
        int height = CardFace.LINE + 2 * PAD;
        sheet.box("start", x, y, CardFace.wide(words, true) + 2 * SIDE, height, 15);
        sheet.text("start", x + SIDE, y + PAD, CardFace.LINE, List.of(words));
        return height;
    }
}
