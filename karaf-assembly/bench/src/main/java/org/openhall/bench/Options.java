package org.openhall.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was typed after the name of the bench: {@code --name value}. Each is checked before anything is measured. */
public final class Options {

    /** An option that is not understood, and why. */
    public static final class Wrong extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    private static final Pattern HELPED = Pattern.compile("\\[--([a-z]+)(?: ([^\\]]+))?\\]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}(,\\d{1,9})*");

    /** What the help says of options that take neither a number nor one of a few words. */
    private static final Set<String> TEXTS = Set.of("FILE", "CODE", "NAME,...");

    private final Map<String, String> given = new TreeMap<>();

    private Options() {}

    /**
     * Reads them; a switch without a value is "true".
     *
     * @param help which options there are, and what they take: {@code [--switch] [--way this|that] [--out FILE] [--warmup S=20]}
     * @throws Wrong when one is not among them, or takes something else
     */
    public static Options parse(String[] arguments, int from, String help) {
        Map<String, String> takes = new TreeMap<>();
        for (Matcher option = HELPED.matcher(help); option.find(); ) {
            takes.put("--" + option.group(1), option.group(2) == null ? "true" : option.group(2));
        }
        var options = new Options();
        for (int i = from; i < arguments.length; i++) {
            String name = arguments[i];
            if (!takes.containsKey(name)) {
                throw new Wrong("no option: " + name);
            }
            boolean valued = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
            String value = valued ? arguments[++i] : "true";
            check(name, value, takes.get(name));
            options.given.put(name.substring(2), value);
        }
        return options;
    }

    private static void check(String name, String value, String takes) {
        boolean words = takes.contains("|") || takes.equals("true");
        if (words && !List.of(takes.split("\\|")).contains(value)) {
            throw new Wrong(name + " takes " + (takes.equals("true") ? "nothing" : takes) + ", not " + value);
        }
        if (!words
                && !TEXTS.contains(takes)
                && !(takes.contains(",") ? NUMBERS : NUMBER).matcher(value).matches()) {
            throw new Wrong(name + " takes a number, not " + value);
        }
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
