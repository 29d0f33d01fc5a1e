package org.openhall.portal.internal.web.account;

import java.util.List;
import java.util.Map;

/**
 * One question of the account pages, as the field macro draws it.
 *
 * @param name of the control
 * @param control how it is asked: a control of {@code PageModel} or PASSWORD
 * @param label the question
 * @param hint below it; may be empty
 * @param required whether it must be answered
 * @param value as typed
 * @param options of a choice
 * @param errors beside the field
 * @param attributes further HTML attributes
 */
public record Asked(
        String name,
        String control,
        String label,
        String hint,
        boolean required,
        String value,
        List<Option> options,
        List<String> errors,
        Map<String, String> attributes) {

    /** One choice. */
    public record Option(String value, String label) {}

    /** An error of the summary on top: the HTML id of its field, and the same words. */
    public record Mistake(String id, String text) {}

    /** The HTML id, as the field macro makes it. */
    public String id() {
        return "f-" + name.replaceAll("[^A-Za-z0-9-]", "-");
    }

    /** The errors of some questions, in their order. */
    static List<Mistake> mistakes(List<Asked> questions) {
        return questions.stream()
                .flatMap(asked -> asked.errors().stream().map(text -> new Mistake(asked.id(), text)))
                .toList();
    }
}
