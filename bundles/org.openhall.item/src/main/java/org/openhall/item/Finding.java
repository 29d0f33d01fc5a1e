package org.openhall.item;

import java.util.List;
import java.util.Objects;

/**
 * What a rule has to say about an application.
 *
 * @param severity what follows from it
 * @param pointer where: an RFC 6901 pointer into the answers ("/width"), {@code /materials/<code>} for a material, or "" for the whole
 * @param message a key of the item's {@code i18n/*.properties}; a rule whose finding has no text counts as not checked
 * @param arguments fill {@code {0}}, {@code {1}} … of the text ({@link java.text.MessageFormat}, but an apostrophe is an apostrophe)
 */
public record Finding(Severity severity, String pointer, String message, List<String> arguments) {

    /** What follows from a finding. */
    public enum Severity {
        /** The application is returned and nothing is stored. */
        BLOCKS,
        /** The case opens, and officials see it beside the answer. */
        FLAGS
    }

    public Finding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(message, "message");
        arguments = List.copyOf(arguments);
    }

    /**
     * Returns the application to the applicant.
     *
     * @param pointer where
     * @param message key of the text
     * @param arguments of the text
     * @return the finding
     */
    public static Finding blocks(String pointer, String message, String... arguments) {
        return new Finding(Severity.BLOCKS, pointer, message, List.of(arguments));
    }

    /**
     * Tells the official something.
     *
     * @param pointer where
     * @param message key of the text
     * @param arguments of the text
     * @return the finding
     */
    public static Finding flags(String pointer, String message, String... arguments) {
        return new Finding(Severity.FLAGS, pointer, message, List.of(arguments));
    }

    /**
     * Whether the application is returned.
     *
     * @return true for {@link Severity#BLOCKS}
     */
    public boolean blocks() {
        return severity == Severity.BLOCKS;
    }
}
