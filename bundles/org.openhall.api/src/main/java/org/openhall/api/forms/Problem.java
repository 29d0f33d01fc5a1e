package org.openhall.api.forms;

import java.util.Objects;

/**
 * Something wrong with what somebody typed or handed in.
 *
 * @param pointer where: RFC 6901 into the answers or the request body, {@code /materials/<code>} for a material, "" for the whole
 * @param code stable, for programs: "required", "format", "too-large" …
 * @param message for people, in the language asked for; says how to mend it
 */
public record Problem(String pointer, String code, String message) {

    public Problem {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
