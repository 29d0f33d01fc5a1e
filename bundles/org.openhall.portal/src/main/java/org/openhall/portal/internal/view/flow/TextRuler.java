package org.openhall.portal.internal.view.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures and breaks text without the font, by kinds of characters: generous enough for every font of the hall's list. Chinese breaks between any two
 * characters but not before closing or after opening punctuation; other writing breaks at spaces, a word only when it is longer than a line.
 */
final class TextRuler {

    private static final String NARROW = "iljtfrI.,:;'’!|()[]/-· ";
    private static final String WIDE = "mwMW@%&—…";
    private static final String NEVER_FIRST = "，。、；：？！）》”’】」』%,.;:?!)]";
    private static final String NEVER_LAST = "（《“‘【「『([";
    private static final double BOLD = 1.06;

    private TextRuler() {}

    /** Width of a line in pixels. */
    static double width(String text, int size, boolean bold) {
        return text.codePoints().mapToDouble(TextRuler::em).sum() * size * (bold ? BOLD : 1);
    }

    /** Lines of at most this width; at least one character stands on each. */
    static List<String> lines(String text, int size, boolean bold, double width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String piece : pieces(text.strip(), size, bold, width)) {
            boolean glued = line.length() > 0
                    && (NEVER_FIRST.indexOf(piece.charAt(0)) >= 0
                            || NEVER_LAST.indexOf(line.charAt(line.length() - 1)) >= 0);
            if (line.length() > 0 && !glued && width((line + piece).stripTrailing(), size, bold) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /** What is never torn: one Chinese character, or a word with the space behind it. */
    private static List<String> pieces(String text, int size, boolean bold, double width) {
        List<String> pieces = new ArrayList<>();
        var word = new StringBuilder();
        text.codePoints().forEach(point -> {
            String one = Character.toString(point);
            boolean alone = full(point);
            if ((alone || width(word + one, size, bold) > width) && word.length() > 0 && point != ' ') {
                pieces.add(word.toString());
                word.setLength(0);
            }
            word.append(one);
            if (alone || point == ' ') {
                pieces.add(word.toString());
                word.setLength(0);
            }
        });
        if (word.length() > 0) {
            pieces.add(word.toString());
        }
        return pieces;
    }

    private static double em(int point) {
        if (full(point)) {
            return 1;
        }
        if (NARROW.indexOf(point) >= 0) {
            return 0.34;
        }
        if (WIDE.indexOf(point) >= 0) {
            return 0.9;
        }
        return Character.isUpperCase(point) ? 0.68 : 0.57;
    }

    /** As wide as it is high: Chinese, Japanese, Korean, full-width forms, symbols beyond. */
    private static boolean full(int point) {
        return point >= 0x1100 && point <= 0x115f
                || point >= 0x2e80 && point <= 0xa4cf
                || point >= 0xac00 && point <= 0xd7a3
                || point >= 0xf900 && point <= 0xfaff
                || point >= 0xfe30 && point <= 0xfe6f
                || point >= 0xff00 && point <= 0xff60
                || point >= 0xffe0 && point <= 0xffe6
                || point >= 0x1f000
                || point == 0x201c
                || point == 0x201d;
    }
}
