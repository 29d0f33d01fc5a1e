package org.openhall.portal.internal.view;

/** Personal data as lists may show it. */
public final class Masked {

    /** Longer Chinese names are those of organisations, which are public. */
    private static final int LONGEST_PERSON = 4;
    /** Stands between the parts of a person's longer name: 阿依努尔·买买提. */
    private static final String BETWEEN_NAMES = "·•・‧";

    private Masked() {}

    /**
     * A name: 张** · A*** S***; names of organisations stay.
     *
     * @param name full name
     * @return what a list may show
     */
    public static String name(String name) {
        String stripped = name.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (stripped.codePoints().anyMatch(Character::isIdeographic)) {
            boolean person = length <= LONGEST_PERSON
                    || stripped.chars().anyMatch(character -> BETWEEN_NAMES.indexOf(character) >= 0);
            return person ? first(stripped) + "*".repeat(Math.max(1, length - 1)) : stripped;
        }
        var masked = new StringBuilder();
        for (String word : stripped.split("\\s+")) {
            masked.append(masked.isEmpty() ? "" : " ").append(first(word)).append(word.isEmpty() ? "" : "***");
        }
        return masked.toString();
    }

    /**
     * A number: the first three and the last two characters stay.
     *
     * @param number telephone, identity number …
     * @return what a list may show
     */
    public static String number(String number) {
        return number.length() < 8
                ? "*".repeat(number.length())
                : number.substring(0, 3) + "*".repeat(number.length() - 5) + number.substring(number.length() - 2);
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
