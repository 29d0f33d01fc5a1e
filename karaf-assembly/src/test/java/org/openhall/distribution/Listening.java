package org.openhall.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which addresses a process listens on, read from Linux's own tables. */
final class Listening {

    private static final String LISTEN = "0A";

    private Listening() {}

    static List<String> by(long pid) {
        try {
            Set<String> own = sockets(pid);
            var found = new ArrayList<String>();
            for (String table : List.of("tcp", "tcp6")) {
                for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                    String[] column = line.strip().split("\\s+");
                    if (column[3].equals(LISTEN) && own.contains(column[9])) {
                        found.add(readable(column[1]));
                    }
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> sockets(long pid) throws IOException {
        var inodes = new HashSet<String>();
        try (var files = Files.list(Path.of("/proc", "" + pid, "fd"))) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    String target = Files.readSymbolicLink(file).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring(8, target.length() - 1));
                    }
                }
            }
        }
        return inodes;
    }

    /** Addresses stand there as hexadecimal words in the machine's byte order; an IPv4 address in IPv6 is its last word. */
    private static String readable(String entry) {
        String address = entry.substring(0, entry.indexOf(':'));
        String word = address.substring(address.length() - 8);
        var text = new StringBuilder();
        for (int at = 6; at >= 0; at -= 2) {
            text.append(Integer.parseInt(word.substring(at, at + 2), 16)).append(at > 0 ? "." : "");
        }
        return text + ":" + Integer.parseInt(entry.substring(entry.indexOf(':') + 1), 16);
    }
}
