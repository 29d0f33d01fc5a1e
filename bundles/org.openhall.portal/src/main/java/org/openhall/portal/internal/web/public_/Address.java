package org.openhall.portal.internal.web.public_;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.portal.internal.http.Paths;

/** An address with its query, from which others are made by adding or leaving out values. Immutable. */
final class Address {

    private final String path;
    private final Map<String, List<String>> query;

    private Address(String path, Map<String, List<String>> query) {
        this.path = path;
        this.query = query;
    }

    static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** The same with one more value; an empty one changes nothing. */
    Address with(String name, String value) {
        if (value.isEmpty()) {
            return this;
        }
        Map<String, List<String>> more = new LinkedHashMap<>(query);
        List<String> values = new ArrayList<>(more.getOrDefault(name, List.of()));
        values.add(value);
        more.put(name, values);
        return new Address(path, more);
    }

    /** The same without one value. */
    Address without(String name, String value) {
        Map<String, List<String>> less = new LinkedHashMap<>(query);
        less.computeIfPresent(
                name,
                (any, values) -> values.stream().filter(v -> !v.equals(value)).toList());
        return new Address(path, less);
    }

    @Override
    public String toString() {
        List<String> pairs = new ArrayList<>();
        query.forEach((name, values) -> values.forEach(value -> pairs.add(name + "=" + Paths.segment(value))));
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }
}
