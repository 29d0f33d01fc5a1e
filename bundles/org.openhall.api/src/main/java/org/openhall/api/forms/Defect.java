package org.openhall.api.forms;

import java.util.Objects;

/**
 * A mistake in an item bundle, for its author.
 *
 * @param file path inside the bundle, such as {@code OPENHALL-INF/item.yaml}
 * @param line from 1; 0 when the mistake is about the whole file
 * @param message what is wrong and how to mend it, one or two sentences
 */
public record Defect(String file, int line, String message) {

    public Defect {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(message, "message");
    }

    /** As {@code file:line: message}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message;
    }
}
