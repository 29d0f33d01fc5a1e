package org.openhall.api.cases;

import org.openhall.item.Applicant;

/** Makes personal data recognisable for those who know it and useless for others. For lists, logs and whoever did not sign in. */
public final class Masking {

    private static final String STAR = "＊";
    private static final int MOST_STARS = 6;

    private Masking() {}

    /**
     * Masks the name of a party. Names of organisations are public and stay.
     *
     * @param kind what kind of person in law
     * @param name full name
     * @return of a natural person the first character and a star for each further one, at most six: 李＊, 欧＊＊; of one character a star alone
     */
    public static String name(Applicant.Kind kind, String name) {
        String whole = name.strip();
        int length = whole.codePointCount(0, whole.length());
        if (kind == Applicant.Kind.LEGAL || length == 0) {
            return whole;
        }
        return length == 1
                ? STAR
                : whole.substring(0, whole.offsetByCodePoints(0, 1)) + STAR.repeat(Math.min(length - 1, MOST_STARS));
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
