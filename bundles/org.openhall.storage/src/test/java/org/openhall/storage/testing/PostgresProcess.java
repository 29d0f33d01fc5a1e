package org.openhall.storage.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A PostgreSQL server of its own, from the programs on this machine. It can be stopped and started again in the middle of everything. */
public final class PostgresProcess implements AutoCloseable {

    private static final String USER = "hall";

    private final Path programs;
    private final Path folder;
    private final int port;
    private final String settings;
    private final boolean root = "root".equals(System.getProperty("user.name"));

    private PostgresProcess(Path programs, List<String> settings) throws IOException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("hall-postgres-");
        this.port = freePort();
        this.settings = settings.stream().map(setting -> " -c " + setting).collect(Collectors.joining());
    }

    /**
     * Makes a new, empty one and starts it; it ends with this process. Empty when the machine has no PostgreSQL (Debian: apt-get install
     * postgresql).
     *
     * @param settings that differ from PostgreSQL's own, as {@code name=value}
     */
    public static Optional<PostgresProcess> fresh(String... settings) {
        return programs().map(found -> {
            try {
                var server = new PostgresProcess(found, List.of(settings));
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                server.initialise();
                server.start();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public int port() {
        return port;
    }

    /** Who may do everything on it, without a password. */
    public String user() {
        return USER;
    }

    /** Starts it, after {@link #kill} too: then it recovers first. Returns when it takes connections. */
    public void start() {
        control(
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder + settings,
                "start");
    }

    /** Stops it as an administrator does who does not wait for anybody. */
    public void stop() {
        control("-w", "-m", "fast", "stop");
    }

    /** Ends all its processes at once: nothing is finished, nothing is written. */
    public void kill() {
        control("-w", "-m", "immediate", "stop");
    }

    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        if (Files.exists(folder.resolve("data/postmaster.pid"))) {
            kill();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void initialise() {
        if (root) {
            // the server refuses to run as root
            run(List.of("chown", "nobody", folder.toString()));
        }
        run(asServer("initdb", "-D", data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"));
    }

    private void control(String... arguments) {
        var all = new ArrayList<>(List.of("pg_ctl", "-D", data()));
        all.addAll(List.of(arguments));
        run(asServer(all.toArray(String[]::new)));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private List<String> asServer(String... command) {
        var whole = new ArrayList<String>();
        if (root) {
            whole.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        whole.add(programs.resolve(command[0]).toString());
        whole.addAll(List.of(command).subList(1, command.length));
        return whole;
    }

    private static void run(List<String> command) {
        try {
            // not inherited and no pipe: the server that pg_ctl starts would keep it open
            Path said = Files.createTempFile("hall-postgres-", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
                if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    process.destroyForcibly();
                    throw new IOException(command + " failed: " + Files.readString(said));
                }
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The newest installed version; Debian keeps its programs outside the path. */
    private static Optional<Path> programs() {
        var found = new ArrayList<Path>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin"))
                        .sorted(Comparator.reverseOrder())
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        for (String part : String.valueOf(System.getenv("PATH")).split(":")) {
            found.add(Path.of(part));
        }
        return found.stream()
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_ctl")))
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
