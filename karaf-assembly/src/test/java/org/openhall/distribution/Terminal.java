package org.openhall.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An administrator with {@code bin/hall shell} in some directory of the hall's machine. */
record Terminal(Path home, Path directory) {

    /** What became of a command. */
    record Said(int status, String output, String errors) {

        Said succeeded() {
            if (status != 0) {
                throw new AssertionError("status " + status + "\n" + output + errors);
            }
            return this;
        }
    }

    /** Gives one command, its words as they are. */
    Said gives(String... words) {
        return run("", words);
    }

    /** Types line by line. */
    Said types(String lines) {
        return run(lines);
    }

    /** Calls bin/hall itself. */
    Said hall(String... words) {
        return run(List.of(), "", words);
    }

    private Said run(String input, String... words) {
        return run(List.of("shell", "--home", home.toString()), input, words);
    }

    private Said run(List<String> first, String input, String... words) {
        var command =
                new ArrayList<>(List.of(Hall.DISTRIBUTION.resolve("bin/hall").toString()));
        command.addAll(first);
        command.addAll(Arrays.asList(words));
        try {
            Path output = Files.createTempFile(directory, "output", ".txt");
            Path errors = Files.createTempFile(directory, "errors", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            try (var typed = process.getOutputStream()) {
                typed.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no answer to " + command);
            }
            return new Said(process.exitValue(), Files.readString(output), Files.readString(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
