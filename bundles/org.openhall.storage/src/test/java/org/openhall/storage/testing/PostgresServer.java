package org.openhall.storage.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL for tests: the one that the system property {@code openhall.test.postgres} (or the variable OPENHALL_TEST_POSTGRES) names as a
 * JDBC address with user and password, else one that is started from the programs on this machine and stopped with this process.
 */
public final class PostgresServer {

    static final String HOW_TO_HAVE_ONE =
            "install it (Debian: apt-get install postgresql) or name one with -Dopenhall.test.postgres=jdbc:postgresql://…";

    private static final Optional<PostgresServer> SHARED = named().or(PostgresServer::started);

    private final String url;
    private final String user;
    private final String password;

    private PostgresServer(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** The one of this process; empty when the machine has none. */
    public static Optional<PostgresServer> shared() {
        return SHARED;
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    private static Optional<PostgresServer> named() {
        String url = System.getProperty("openhall.test.postgres", System.getenv("OPENHALL_TEST_POSTGRES"));
        return Optional.ofNullable(url).map(u -> new PostgresServer(u, null, null));
    }

    private static Optional<PostgresServer> started() {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(start(programs.get()));
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
                versions.map(v -> v.resolve("bin"))
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
                .filter(p -> Files.isExecutable(p.resolve("initdb")) && Files.isExecutable(p.resolve("pg_ctl")))
                .findFirst();
    }

    private static PostgresServer start(Path programs) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("hall-postgres");
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root) {
            // the server refuses to run as root
            run(List.of("chown", "nobody", home.toString()));
        }
        Path data = home.resolve("data");
        int port = freePort();
        run(asServer(
                root,
                List.of(
                        programs.resolve("initdb").toString(),
                        "-D",
                        data.toString(),
                        "-U",
                        "hall",
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--no-sync",
                        "--locale=C")));
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + home
                + " -c fsync=off -c max_connections=300 -c shared_buffers=32MB";
        run(asServer(
                root,
                List.of(
                        programs.resolve("pg_ctl").toString(),
                        "-D",
                        data.toString(),
                        "-w",
                        "-l",
                        home.resolve("log").toString(),
                        "-o",
                        options,
                        "start")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(programs, root, home)));
        return new PostgresServer("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "hall", "");
    }

    private static void stop(Path programs, boolean root, Path home) {
        try {
            run(asServer(
                    root,
                    List.of(
                            programs.resolve("pg_ctl").toString(),
                            "-D",
                            home.resolve("data").toString(),
                            "-m",
                            "immediate",
                            "stop")));
            try (Stream<Path> all = Files.walk(home)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        } catch (IOException | InterruptedException e) {
            System.err.println("The test's PostgreSQL was not cleaned up: " + e);
        }
    }

    private static List<String> asServer(boolean root, List<String> command) {
        if (!root) {
            return command;
        }
        var whole = new ArrayList<>(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        whole.addAll(command);
        return whole;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("hall-postgres", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command + " failed: " + Files.readString(out, StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(out);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
