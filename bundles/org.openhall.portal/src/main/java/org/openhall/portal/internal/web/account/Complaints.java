package org.openhall.portal.internal.web.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.api.forms.Problem;
import org.openhall.portal.internal.view.Texts;

/** What is wrong with what was typed, by field, in the words of the hall. */
final class Complaints {

    private final Map<String, List<String>> byField = new LinkedHashMap<>();

    /** Nothing is wrong yet. */
    static Complaints none() {
        return new Complaints();
    }

    /**
     * Takes over what was refused. A text {@code account.problem.<field>.<code>} goes before {@code account.problem.<code>}, that before
     * what came with the problem.
     *
     * @param texts the hall's words
     * @param language "zh" or "en"
     * @param problems pointers name the fields
     */
    Complaints with(Texts texts, String language, List<Problem> problems) {
        for (Problem problem : problems) {
            String field = problem.pointer().replaceFirst("^/", "");
            String exact = "account.problem." + field + "." + problem.code();
            String general = "account.problem." + problem.code();
            if (texts.has(language, exact)) {
                add(field, texts.text(language, exact));
            } else {
                add(field, texts.has(language, general) ? texts.text(language, general) : problem.message());
            }
        }
        return this;
    }

    Complaints add(String field, String text) {
        byField.computeIfAbsent(field, any -> new ArrayList<>()).add(text);
        return this;
    }

    boolean any() {
        return !byField.isEmpty();
    }

    /** About one field. */
    List<String> of(String field) {
        return byField.getOrDefault(field, List.of());
    }

    /** About what has no field on the page. */
    List<String> beside(List<String> fields) {
        return byField.entrySet().stream()
                .filter(entry -> !fields.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }
}
