package org.openhall.bench.hall;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.openhall.bench.load.Pause;
import org.openhall.distribution.Hall;

/** Reads the hall's log as it grows, from where it ends now. */
public final class LogTail {

    private final Path file;
    private long position;
    private String rest = "";

    public LogTail(Hall hall) {
        file = hall.home().resolve("log/hall.log");
        position = file.toFile().length();
    }

    /** The first further line that is so; lines before it are read past. Empty when it does not come in time. */
    public Optional<String> await(Predicate<String> isSo, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            for (int end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
                String line = rest.substring(0, end);
                rest = rest.substring(end + 1);
                if (isSo.test(line)) {
                    return Optional.of(line);
                }
            }
            if (System.nanoTime() > until) {
                return Optional.empty();
            }
            if (!more()) {
                Pause.millis(5);
            }
        }
    }

    private boolean more() {
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
            if (open.length() < position) {
                position = 0; // rolled over
            }
            open.seek(position);
            byte[] bytes = new byte[(int) Math.min(open.length() - position, 1 << 20)];
            open.readFully(bytes);
            int whole = bytes.length;
            while (whole > 0 && bytes[whole - 1] != '\n') {
                whole--;
            }
            position += whole;
            rest += new String(bytes, 0, whole, StandardCharsets.UTF_8);
            return whole > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
