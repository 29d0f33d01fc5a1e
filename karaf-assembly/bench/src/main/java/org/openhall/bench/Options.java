package org.openhall.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was typed after the name of the bench: {@code --name value}. */
public final class Options {

    private final Map<String, String> given = new TreeMap<>();

    private Options() {}

    /** Reads them; a switch without a value is "true". */
    public static Options parse(String[] arguments, int from) {
        var options = new Options();
        for (int i = from; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("no option: " + arguments[i]);
            }
            boolean valued = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
            options.given.put(arguments[i].substring(2), valued ? arguments[++i] : "true");
        }
        return options;
    }

    public int number(String name, int usual) {
        return given.containsKey(name) ? Integer.parseInt(given.get(name)) : usual;
    }

    /** Numbers between commas. */
    public List<Integer> numbers(String name, List<Integer> usual) {
        return given.containsKey(name)
                ? Arrays.stream(given.get(name).split(","))
                        .map(Integer::valueOf)
                        .toList()
                : usual;
    }

    public String text(String name, String usual) {
        return given.getOrDefault(name, usual);
    }

    public boolean is(String name) {
        return Boolean.parseBoolean(given.get(name));
    }
}
