package org.openhall.bench.hall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The machine's TCP connections, as Linux tells them. */
public final class Sockets {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

    private Sockets() {}

    /** How many connections to a port of this machine are open. */
    public static long to(int port) {
        long open = 0;
        for (Path table : TABLES) {
            try {
                if (Files.exists(table)) {
                    open += count(Files.readString(table), port);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return open;
    }

    /** A line has a number, here, there, and the state, where 01 is an open connection; here and there end with the port. */
    static long count(String table, int port) {
        var open = Pattern.compile("(?m)^ *\\d+: [0-9A-F]+:%04X [0-9A-F]+:[0-9A-F]{4} 01 ".formatted(port));
        return open.matcher(table).results().count();
    }
}
