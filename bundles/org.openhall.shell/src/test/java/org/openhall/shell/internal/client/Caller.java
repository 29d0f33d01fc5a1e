package org.openhall.shell.internal.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Somebody in the directory /from with the real client. */
public record Caller(Path socket) {

    /** What he heard. */
    public record Heard(int status, String output, String errors) {}

    public Heard gives(String command) {
        return run(List.of(command), Reader.nullReader());
    }

    public Heard types(String lines) {
        return run(List.of(), new StringReader(lines));
    }

    /** Types line after line and thinks before each but the first. */
    public Heard types(List<String> lines, Duration thinking) {
        return run(List.of(), new Thinking(new ArrayDeque<>(lines), thinking));
    }

    private Heard run(List<String> words, Reader lines) {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        int status = Client.run(
                socket,
                new Wire.Greeting("/from", "zh_CN.UTF-8"),
                false,
                words,
                lines,
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new Heard(status, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    private static final class Thinking extends Reader {

        private final Deque<String> lines;
        private final Duration thinking;
        private boolean first = true;

        Thinking(Deque<String> lines, Duration thinking) {
            this.lines = lines;
            this.thinking = thinking;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (lines.isEmpty()) {
                return -1;
            }
            if (!first) {
                think();
            }
            first = false;
            String line = lines.pop() + "\n";
            line.getChars(0, line.length(), buffer, offset);
            return line.length();
        }

        private void think() throws IOException {
            try {
                Thread.sleep(thinking.toMillis());
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
