package org.openhall.forms.internal;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/** A regular expression that gives up after a fixed amount of work, whatever the pattern and the text. */
final class BoundedPattern implements RegularExpression {

    static final int LONGEST = 200;

    private static final int MOST_STEPS = 200_000;

    private final Pattern pattern;

    BoundedPattern(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    /** What takes too long to match does not match. */
    @Override
    public boolean matches(String value) {
        try {
            return pattern.matcher(new Metered(value, new int[1])).find();
        } catch (TooMuchWork | StackOverflowError givenUp) {
            return false;
        }
    }

    /** Stops a match from within; carries no stack, because nobody reads it. */
    private static final class TooMuchWork extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooMuchWork() {
            super("too many steps", null, false, false);
        }
    }

    /** Counts every character that the matcher looks at. */
    private record Metered(CharSequence text, int[] steps) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new TooMuchWork();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Metered(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
