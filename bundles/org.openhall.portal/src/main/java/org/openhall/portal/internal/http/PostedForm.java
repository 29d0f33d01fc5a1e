package org.openhall.portal.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a posted form, in their order. */
public final class PostedForm {

    private static final PostedForm EMPTY = new PostedForm(Map.of());

    private final Map<String, List<String>> fields;

    private PostedForm(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** No fields. */
    public static PostedForm empty() {
        return EMPTY;
    }

    /**
     * Reads {@code application/x-www-form-urlencoded} (WHATWG URL).
     *
     * @param body as sent, UTF-8
     * @return the fields
     * @throws Refusal 400 when a percent sign is followed by something else than two hexadecimal digits
     */
    public static PostedForm read(byte[] body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.US_ASCII).split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                fields.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
            }
        }
        return new PostedForm(Collections.unmodifiableMap(fields));
    }

    /**
     * One value.
     *
     * @param name of the field
     * @return without surrounding white space; "" when the field was not sent
     */
    public String text(String name) {
        return typed(name).strip();
    }

    /**
     * One value as it was typed, for passwords.
     *
     * @param name of the field
     * @return "" when the field was not sent
     */
    public String typed(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /**
     * A whole number.
     *
     * @param name of the field
     * @return empty when it was not sent or is something else
     */
    public Optional<Long> number(String name) {
        String text = text(name);
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /**
     * Whether a field (or button) was sent at all.
     *
     * @param name of the field
     * @return true when it was
     */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** All fields, as {@code Form.merge} takes them. */
    public Map<String, List<String>> fields() {
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("", "The form is not encoded as it should be.");
        }
    }
}
