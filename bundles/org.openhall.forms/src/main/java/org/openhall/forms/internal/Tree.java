package org.openhall.forms.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and changes nested maps by path. */
final class Tree {

    private Tree() {}

    /** A copy that may be changed. */
    static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put((String) name, value(value)));
        return copy;
    }

    private static Object value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(value(element)));
            return copy;
        }
        return value;
    }

    static Optional<Object> get(Map<String, Object> root, List<String> path) {
        Object here = root;
        for (String name : path) {
            if (!(here instanceof Map<?, ?> map)) {
                return Optional.empty();
            }
            here = map.get(name);
        }
        return Optional.ofNullable(here);
    }

    /** Sets a value; what stands in the way and is no object gives way. */
    static void put(Map<String, Object> root, List<String> path, Object value) {
        Map<String, Object> here = root;
        for (String name : path.subList(0, path.size() - 1)) {
            here = object(here, name);
        }
        here.put(path.get(path.size() - 1), value);
    }

    static void remove(Map<String, Object> root, List<String> path) {
        if (get(root, path).isPresent()) {
            Map<String, Object> here = root;
            for (String name : path.subList(0, path.size() - 1)) {
                here = object(here, name);
            }
            here.remove(path.get(path.size() - 1));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> parent, String name) {
        if (!(parent.get(name) instanceof Map<?, ?>)) {
            parent.put(name, new LinkedHashMap<String, Object>());
        }
        return (Map<String, Object>) parent.get(name);
    }

    /** The object in a row; a row that is none counts as empty. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> row(Object element) {
        return element instanceof Map<?, ?> ? (Map<String, Object>) element : Map.of();
    }

    static List<?> list(Optional<Object> value) {
        return value.orElse(null) instanceof List<?> list ? list : List.of();
    }
}
