package org.openhall.shell.internal.client;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** From the words of a command line to one line for the hall's shell, which splits it into the same words again. */
final class CommandLine {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:,@+-]+");

    private CommandLine() {}

    /** A single word is a whole line already, so that {@code hall shell "hall:items; bundle:list"} works. */
    static String line(List<String> words) {
        return words.size() == 1
                ? words.get(0)
                : words.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return '"' + word.replaceAll("[\\\\\"$`]", "\\\\$0") + '"';
    }
}
