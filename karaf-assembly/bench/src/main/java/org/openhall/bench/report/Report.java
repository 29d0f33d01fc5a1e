package org.openhall.bench.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON line for each figure as it is taken, and a table at the end. */
public final class Report implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final String bench;
    private final BufferedWriter file;
    private final boolean toStdout;
    private final PrintStream words;
    private final List<String[]> table = new ArrayList<>();

    /**
     * @param bench its name, in every line
     * @param file where the lines are kept
     * @param toStdout whether lines go to standard output too; words then go to standard error
     */
    public Report(String bench, Path file, boolean toStdout) {
        this.bench = bench;
        this.toStdout = toStdout;
        this.words = toStdout ? System.err : System.out;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.file = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line. */
    public void line(String what, Map<String, ?> figures) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("bench", bench);
        line.put("at", Instant.now().toString());
        line.put("what", what);
        line.putAll(figures);
        try {
            String text = JSON.writeValueAsString(line);
            file.write(text);
            file.newLine();
            file.flush();
            if (toStdout) {
                System.out.println(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whoever waits what is going on. */
    public void say(String text) {
        words.println(text);
    }

    /** A row of the table. */
    public void row(String name, Object figure) {
        table.add(new String[] {name, String.valueOf(figure)});
    }

    /** Prints the table. */
    @Override
    public void close() {
        int width = table.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        words.println();
        table.forEach(row -> words.println(row[0] + " ".repeat(width - row[0].length()) + "  " + row[1]));
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
