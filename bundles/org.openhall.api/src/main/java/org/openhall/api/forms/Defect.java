package org.openhall.api.forms;

import java.util.Objects;

/**
 * A mistake in an item bundle, for its author.
 *
 * @param file path inside the bundle, such as {@code OPENHALL-INF/item.yaml}
 * @param line from 1; 0 when the mistake is about the whole file
 * @param message what is wrong and how to mend it, one or two sentences in English
 * @param chinese the same in Chinese; what a library or the item's own code said stands in it as it was said
 */
public record Defect(String file, int line, String message, String chinese) {

    public Defect {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(chinese, "chinese");
    }

    /** As {@code file:line: message}, in English. */
    @Override
    public String toString() {
        return place() + ": " + message;
    }

    /** The same in Chinese. */
    public String toChinese() {
        return place() + "：" + chinese;
    }

    private String place() {
        return file + (line > 0 ? ":" + line : "");
    }
}
