package org.openhall.distribution;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The built distribution as a running process, with a home and a port of its own. Everything it writes stays under {@code target/halls} for
 * whoever wants to know why a test failed.
 */
final class Hall implements AutoCloseable {

    static final Path DISTRIBUTION = Path.of("target", "assembly").toAbsolutePath();

    private static final Path HALLS = Path.of("target", "halls").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final int port;
    private final Process process;

    private Hall(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /** Starts a hall with demo people and waits until it is ready. */
    static Hall demo() {
        return on(newHome("demo")).awaitReady();
    }

    /** Starts a hall without demo people and waits until it is ready. */
    static Hall empty() {
        return on(newHome("empty"), "--empty").awaitReady();
    }

    /** Starts a hall on a home, new or old, and does not wait for it. */
    static Hall on(Path home, String... options) {
        int port = freePort();
        var command = new ArrayList<>(
                List.of(DISTRIBUTION.resolve("bin/hall").toString(), "--home", home.toString(), "--port", "" + port));
        command.addAll(Arrays.asList(options));
        try {
            Files.createDirectories(home);
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(console(home).toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Hall(home, port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder for one more hall. */
    static Path newHome(String name) {
        try {
            Files.createDirectories(HALLS);
            return Files.createTempDirectory(HALLS, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until every part serves; fails with what the hall said when that does not come. */
    Hall awaitReady() {
        try {
            await(
                    "the hall",
                    () -> !process.isAlive() || api().get("/ready").expect(200).status() == 200);
        } catch (AssertionError e) {
            close();
            throw new AssertionError("The hall did not become ready.\n" + consoleText(), e);
        }
        if (!process.isAlive()) {
            throw new AssertionError("The hall ended by itself.\n" + consoleText());
        }
        return this;
    }

    /** Waits until something is so; until then it may fail. */
    static void await(String what, BooleanSupplier isSo) {
        Instant end = Instant.now().plus(PATIENCE);
        Throwable last = null;
        do {
            try {
                if (isSo.getAsBoolean()) {
                    return;
                }
            } catch (UncheckedIOException | AssertionError e) {
                last = e;
            }
            pause();
        } while (Instant.now().isBefore(end));
        throw new AssertionError("waited in vain for " + what, last);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    int port() {
        return port;
    }

    Path home() {
        return home;
    }

    long pid() {
        return process.pid();
    }

    /** The API as nobody in particular; {@link Api#as} signs in. */
    Api api() {
        return new Api(address());
    }

    /** The status of a path; empty when nobody listens. */
    Optional<Integer> answers(String path) {
        try {
            return Optional.of(api().get(path).status());
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Everybody in {@code demo-accounts.json}. */
    List<DemoAccount> accounts() {
        try {
            return JSON.readValue(home.resolve("demo-accounts.json").toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The demo account of that name. */
    DemoAccount account(String username) {
        return accounts().stream()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no demo account " + username));
    }

    /** What the hall printed so far. */
    String consoleText() {
        try {
            return Files.readString(console(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the hall as an administrator does, by SIGTERM, and says how long that took. */
    Duration stop() {
        Instant begin = Instant.now();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("The hall did not stop within 20 s.\n" + consoleText());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Duration.between(begin, Instant.now());
    }

    /** Ends the process as a power cut would: nothing in it gets a chance to clean up. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The exit status of a hall that ends by itself. */
    int awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("The hall is still running.\n" + consoleText());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private static Path console(Path home) {
        return home.resolveSibling(home.getFileName() + ".console.log");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
