package org.openhall.catalogue.internal.list;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes texts and questions alike, so that one is found in the other. */
final class SearchText {

    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_TEXT = 1_000;

    private SearchText() {}

    /** What a row is found by. */
    static String of(String... parts) {
        String text = normal(String.join(" ", parts));
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** The words of a question, each to be found. */
    static List<String> words(String question) {
        return Arrays.stream(normal(question).split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /** A pattern for LIKE ... ESCAPE '!' that finds the word as it is. */
    static String anywhere(String word) {
        return "%" + escaped(word) + "%";
    }

    /** A pattern for LIKE ... ESCAPE '!' that finds what begins so. */
    static String beginning(String word) {
        return escaped(word) + "%";
    }

    private static String escaped(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ")
                .strip();
    }
}
