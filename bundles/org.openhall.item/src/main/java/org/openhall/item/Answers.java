package org.openhall.item;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of one form: a JSON object (RFC 8259) as immutable Java values, read by RFC 6901 pointers.
 *
 * <p>Values are {@link String}, {@link BigDecimal}, {@link Boolean}, {@link List} and {@link Map} of these; a JSON null is left out.
 */
public final class Answers {

    private static final Answers NONE = new Answers(Map.of());

    private final Map<String, Object> root;

    private Answers(Map<String, Object> root) {
        this.root = root;
    }

    /**
     * No answers yet.
     *
     * @return the empty object
     */
    public static Answers none() {
        return NONE;
    }

    /**
     * Takes a copy of a JSON object.
     *
     * @param object maps, lists, strings, booleans and numbers; other numbers become {@link BigDecimal}, nulls are left out
     * @return the answers
     * @throws IllegalArgumentException when a value is of another type
     */
    public static Answers of(Map<String, ?> object) {
        return object.isEmpty() ? NONE : new Answers(copy(object));
    }

    /**
     * The whole object.
     *
     * @return an unmodifiable map in the order of the answers
     */
    public Map<String, Object> asMap() {
        return root;
    }

    /**
     * The value at a place.
     *
     * @param pointer RFC 6901, "" for the whole
     * @return empty when nothing was answered there
     */
    public Optional<Object> at(String pointer) {
        if (pointer.isEmpty()) {
            return Optional.of(root);
        }
        Object here = root;
        for (String token : pointer.substring(1).split("/", -1)) {
            String name = token.replace("~1", "/").replace("~0", "~");
            here = step(here, name);
            if (here == null) {
                return Optional.empty();
            }
        }
        return Optional.of(here);
    }

    /**
     * A text answer.
     *
     * @param pointer RFC 6901
     * @return empty when not answered or not a text
     */
    public Optional<String> text(String pointer) {
        return at(pointer).filter(String.class::isInstance).map(String.class::cast);
    }

    /**
     * A number.
     *
     * @param pointer RFC 6901
     * @return empty when not answered or not a number
     */
    public Optional<BigDecimal> number(String pointer) {
        return at(pointer).filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast);
    }

    /**
     * A yes or no.
     *
     * @param pointer RFC 6901
     * @return false when not answered
     */
    public boolean isTrue(String pointer) {
        return at(pointer).filter(Boolean.TRUE::equals).isPresent();
    }

    /**
     * The elements of a list.
     *
     * @param pointer RFC 6901
     * @return empty when not answered or not a list
     */
    public List<Object> list(String pointer) {
        return at(pointer)
                .filter(List.class::isInstance)
                .<List<Object>>map(list -> new ArrayList<>((List<?>) list))
                .orElse(List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers answers && answers.root.equals(root);
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "Answers" + root.keySet();
    }

    private static Object step(Object here, String name) {
        if (here instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (here instanceof List<?> list && name.matches("0|[1-9][0-9]{0,8}")) {
            int index = Integer.parseInt(name);
            return index < list.size() ? list.get(index) : null;
        }
        return null;
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put((String) key, value(value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object value(Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            for (Object element : list) {
                if (element != null) {
                    copy.add(value(element));
                }
            }
            return Collections.unmodifiableList(copy);
        }
        throw new IllegalArgumentException(
                "Not a JSON value: " + value.getClass().getName());
    }
}
