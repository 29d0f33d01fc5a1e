package org.openhall.api.cases;

/** The answers of a draft are larger than the hall keeps. Becomes 413. */
public final class AnswersTooLarge extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Largest answers, in bytes of JSON in UTF-8. */
    public static final int LIMIT = 262_144;

    /** Makes one. */
    public AnswersTooLarge() {
        super("The answers are larger than " + LIMIT + " bytes");
    }
}
