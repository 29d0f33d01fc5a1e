package org.openhall.portal.internal.view;

import java.util.List;
import java.util.Map;
import org.openhall.api.forms.Problem;

/**
 * Says in the visitor's language what is wrong with a field of the hall's own forms: {@code problem.<field>.<code>}, else
 * {@code problem.<code>}, else as it came.
 */
public final class ProblemWords {

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
                .collect(java.util.stream.Collectors.groupingBy(
                        problem -> problem.pointer().replaceFirst("^/", ""),
                        java.util.stream.Collectors.mapping(Problem::message, java.util.stream.Collectors.toList())));
    }

    private static Problem of(Problem problem, Texts texts, String language) {
        String field = "problem." + problem.pointer().replaceFirst("^/", "").replace('/', '.') + "." + problem.code();
        String general = "problem." + problem.code();
        String key = texts.has(language, field) ? field : general;
        return texts.has(language, key)
                ? new Problem(problem.pointer(), problem.code(), texts.text(language, key))
                : problem;
    }
}
