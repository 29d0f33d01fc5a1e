package org.openhall.api.cases;

/** Makes personal data recognisable for those who know it and useless for others. For lists, logs and whoever did not sign in. */
public final class Masking {

    private static final String STAR = "＊";
    private static final int MOST_STARS = 6;

    private Masking() {}

    /**
     * Masks the name of a person or an organisation.
     *
     * @param name full name
     * @return first and last character, at most six stars between them: 欧＊＊华; of two characters the first: 李＊
     */
    public static String name(String name) {
        int[] characters = name.codePoints().toArray();
        if (characters.length <= 1) {
            return name.isEmpty() ? "" : STAR;
        }
        if (characters.length == 2) {
            return new String(characters, 0, 1) + STAR;
        }
        return new String(characters, 0, 1)
                + STAR.repeat(Math.min(characters.length - 2, MOST_STARS))
                + new String(characters, characters.length - 1, 1);
    }

    /**
     * Masks a number: of an identity document, a credit code or a phone.
     *
     * @param number the number
     * @return the first three and the last four characters when it is long enough (138****1234), else the last one alone
     */
    public static String number(String number) {
        int length = number.length();
        if (length < 2) {
            return "*".repeat(length);
        }
        return length < 10
                ? "*".repeat(length - 1) + number.substring(length - 1)
                : number.substring(0, 3) + "*".repeat(length - 7) + number.substring(length - 4);
    }
}
