package org.openhall.portal.internal.view;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openhall.api.forms.Problem;

/**
 * Says in the visitor's language what is wrong with a field of the hall's own forms: {@code problem.<field>.<code>}, else
 * {@code problem.<code>}, else as it came. Numbers in the message that came, such as the least length of a password, fill {0}, {1} ….
 */
public final class ProblemWords {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private ProblemWords() {}

    /**
     * Translates problems.
     *
     * @param problems with pointers such as "/username"
     * @param texts the hall's words
     * @param language "zh" or "en"
     * @return the same with other messages
     */
    public static List<Problem> of(List<Problem> problems, Texts texts, String language) {
        return problems.stream().map(problem -> of(problem, texts, language)).toList();
    }

    /**
     * Problems beside their fields.
     *
     * @param problems with pointers such as "/username"
     * @return messages by field name, "username"
     */
    public static Map<String, List<String>> byField(List<Problem> problems) {
        return problems.stream()
                .collect(Collectors.groupingBy(
                        problem -> problem.pointer().replaceFirst("^/", ""),
                        Collectors.mapping(Problem::message, Collectors.toList())));
    }

    private static Object[] numbers(String message) {
        return NUMBER.matcher(message).results().map(MatchResult::group).toArray();
    }

    private static Problem of(Problem problem, Texts texts, String language) {
        String field = "problem." + problem.pointer().replaceFirst("^/", "").replace('/', '.') + "." + problem.code();
        String general = "problem." + problem.code();
        String key = texts.has(language, field) ? field : general;
        return texts.has(language, key)
                ? new Problem(problem.pointer(), problem.code(), texts.text(language, key, numbers(problem.message())))
                : problem;
    }
}
