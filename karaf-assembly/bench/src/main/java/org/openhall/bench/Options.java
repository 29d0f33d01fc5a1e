package org.openhall.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What was typed after the name of the bench: {@code --name value}. */
public final class Options {

    /** An option that is not understood, and why. */
    public static final class Wrong extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    private static final Pattern NAMED = Pattern.compile("\\[--([a-z]+)");

    private final Map<String, String> given = new TreeMap<>();

    private Options() {}

    /**
     * Reads them; a switch without a value is "true".
     *
     * @param help which options there are: {@code [--name VALUE]}
     * @throws Wrong when one is not among them
     */
    public static Options parse(String[] arguments, int from, String help) {
        var options = new Options();
        List<String> known =
                NAMED.matcher(help).results().map(found -> found.group(1)).toList();
        for (int i = from; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--") || !known.contains(arguments[i].substring(2))) {
                throw new Wrong("no option: " + arguments[i]);
            }
            boolean valued = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
            options.given.put(arguments[i].substring(2), valued ? arguments[++i] : "true");
        }
        return options;
    }

    public int number(String name, int usual) {
        return given.containsKey(name) ? number(name, given.get(name)) : usual;
    }

    private static int number(String name, String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw new Wrong("--" + name + " takes a number, not " + typed);
        }
    }

    /** Numbers between commas. */
    public List<Integer> numbers(String name, List<Integer> usual) {
        return given.containsKey(name)
                ? Arrays.stream(given.get(name).split(","))
                        .map(one -> number(name, one))
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
