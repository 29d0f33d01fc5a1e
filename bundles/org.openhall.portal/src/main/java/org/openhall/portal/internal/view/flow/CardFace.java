package org.openhall.portal.internal.view.flow;

import java.util.ArrayList;
import java.util.List;
import org.openhall.portal.internal.view.flow.ChartWords.Caption;

/** A step's card: its number, name, facts, what happens, and whether the case is there. On narrow cards the number stands above the name. */
final class CardFace {

    /** From the left edge of a card to the middle of its number, where ways come in and go out. */
    static final int SPINE = 26;

    /** Size of all smaller words. */
    static final int SMALL = 14;

    /** Height of a line of them. */
    static final int LINE = 20;

    private static final int NAME = 17;
    private static final int NAME_LINE = 24;
    private static final int PAD = 14;
    private static final int BESIDE = 50;
    private static final int BADGE = 26;
    private static final int DOT_GAP = 16;
    /** Cards below this width have little room. */
    static final int NARROW = 200;

    private final Caption caption;
    private final int number;
    private final int width;
    private final int left;
    private final List<String> name;
    private final List<List<String>> facts;
    private final List<String> hint;
    private final boolean badgeBeside;

    CardFace(Caption caption, int number, int width) {
        this.caption = caption;
        this.number = number;
        this.width = width;
        this.left = width < NARROW ? 12 : BESIDE;
        int room = width - left - 12;
        this.name = TextRuler.lines(caption.name(), NAME, true, room);
        this.facts = facts(caption.facts(), room);
        this.hint = TextRuler.lines(caption.hint(), SMALL, false, room);
        this.badgeBeside = left != BESIDE && BESIDE + badgeWidth() + 8 <= width;
    }

    int height() {
        int above = left == BESIDE ? PAD : PAD + 34;
        int badge = caption.badge().isEmpty() || badgeBeside ? 0 : BADGE + 8;
        int words = name.size() * NAME_LINE + facts.size() * LINE + (hint.isEmpty() ? 0 : 4 + hint.size() * LINE);
        return above + words + badge + PAD;
    }

    /** Draws the card, which may be made higher than it must be. */
    void draw(Sheet sheet, int x, int y, int height) {
        sheet.box("card-" + caption.state() + (caption.added() ? " flow-card-added" : ""), x, y, width, height, 8);
        sheet.disc(caption.state(), x + SPINE, y + PAD + 12, Integer.toString(number));
        int at = left == BESIDE ? y + PAD : y + PAD + 34;
        at = sheet.text("name", x + left, at, NAME_LINE, name);
        for (List<String> line : facts) {
            at = sheet.parts("fact", x + left, at, LINE, line);
        }
        if (!hint.isEmpty()) {
            at = sheet.text("fact", x + left, at + 4, LINE, hint);
        }
        if (!caption.badge().isEmpty()) {
            int badgeX = badgeBeside ? x + BESIDE : x + left;
            int badgeY = badgeBeside ? y + PAD - 1 : at + 8;
            sheet.box("badge", badgeX, badgeY, badgeWidth(), BADGE, BADGE / 2);
            sheet.disc("here", badgeX + 14, badgeY + BADGE / 2, "");
            sheet.text("badge", badgeX + 24, badgeY + 3, LINE, List.of(caption.badge()));
        }
    }

    /** Width of small words, rounded up. */
    static int wide(String text, boolean bold) {
        return (int) Math.ceil(TextRuler.width(text, SMALL, bold));
    }

    /** Small words as they fit. */
    static List<String> small(String words, int room) {
        return TextRuler.lines(words, SMALL, false, room);
    }

    private int badgeWidth() {
        return 24 + wide(caption.badge(), true) + 12;
    }

    private static List<List<String>> facts(List<String> facts, int room) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        int used = 0;
        for (String fact : facts) {
            for (String part : TextRuler.lines(fact, SMALL, false, room)) {
                int needed = wide(part, false) + (line.isEmpty() ? 0 : DOT_GAP);
                if (!line.isEmpty() && (used + needed > room || !part.equals(fact))) {
                    lines.add(List.copyOf(line));
                    line.clear();
                    used = 0;
                    needed = wide(part, false);
                }
                line.add(part);
                used += needed;
            }
        }
        if (!line.isEmpty()) {
            lines.add(List.copyOf(line));
        }
        return lines;
    }
}
