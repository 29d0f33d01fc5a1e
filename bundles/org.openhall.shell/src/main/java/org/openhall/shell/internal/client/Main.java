package org.openhall.shell.internal.client;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What {@code bin/hall shell} starts, in the home of the hall. */
public final class Main {

    private Main() {}

    /**
     * Gives commands to the hall.
     *
     * @param arguments the caller's directory, his locale, whether he sits at a terminal, then the words of a command; without words
     *     commands are read from the input, one a line
     */
    public static void main(String[] arguments) {
        Wire.Greeting greeting = new Wire.Greeting(arguments[0], arguments[1]);
        List<String> words = Arrays.asList(arguments).subList(3, arguments.length);
        var lines = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        System.exit(Client.run(
                Path.of(Wire.SOCKET),
                greeting,
                Boolean.parseBoolean(arguments[2]),
                words,
                lines,
                System.out,
                System.err));
    }
}
