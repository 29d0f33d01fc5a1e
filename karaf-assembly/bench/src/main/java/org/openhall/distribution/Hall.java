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
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The built distribution as a running process, with a home and a port of its own. Everything it writes stays under {@code target/halls}, or where
 * the system property {@code openhall.halls} says, for whoever wants to know why something failed.
 */
public final class Hall implements AutoCloseable {

    public static final Path DISTRIBUTION = folder("openhall.distribution", "target/assembly");

    private static final Path HALLS = folder("openhall.halls", "target/halls");
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final int port;
    private final Process process;
    private final long began = System.nanoTime();
    private Duration opening = Duration.ZERO;

    private Hall(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /** Starts a hall with demo people and waits until it is ready. */
    public static Hall demo() {
        return on(newHome("demo")).awaitReady();
    }

    /** Starts a hall without demo people and waits until it is ready. */
    public static Hall empty() {
        return on(newHome("empty"), "--empty").awaitReady();
    }

    /** Starts a hall on a home, new or old, and does not wait for it. */
    public static Hall on(Path home, String... options) {
        return within(List.of(), Map.of(), home, options);
    }

    /**
     * The same under other conditions.
     *
     * @param wrapper a command that becomes the one it is given, such as {@code setpriv} with its options
     * @param environment further variables
     */
    public static Hall within(List<String> wrapper, Map<String, String> environment, Path home, String... options) {
        int port = freePort();
        var command = new ArrayList<>(wrapper);
        command.addAll(
                List.of(DISTRIBUTION.resolve("bin/hall").toString(), "--home", home.toString(), "--port", "" + port));
        command.addAll(Arrays.asList(options));
        try {
            Files.createDirectories(home);
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(console(home).toFile()));
            builder.environment().putAll(environment);
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Hall(home, port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder for one more hall. */
    public static Path newHome(String name) {
        try {
            Files.createDirectories(HALLS);
            return Files.createTempDirectory(HALLS, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until every part serves; fails with what the hall said when that does not come. */
    public Hall awaitReady() {
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
        opening = Duration.ofNanos(System.nanoTime() - began);
        return this;
    }

    /** How long it took from the start of its process until every part served. */
    public Duration opening() {
        return opening;
    }

    /** Waits until something is so; until then it may fail. */
    public static void await(String what, BooleanSupplier isSo) {
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

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    public Path home() {
        return home;
    }

    public long pid() {
        return process.pid();
    }

    /** The API as nobody in particular; {@link Api#as} signs in. */
    public Api api() {
        return new Api(address());
    }

    /** The status of a path; empty when nobody listens. */
    public Optional<Integer> answers(String path) {
        try {
            return Optional.of(api().get(path).status());
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Everybody in {@code demo-accounts.json}. */
    public List<DemoAccount> accounts() {
        try {
            return JSON.readValue(home.resolve("demo-accounts.json").toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The demo account of that name. */
    public DemoAccount account(String username) {
        return accounts().stream()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no demo account " + username));
    }

    /** Hands a bundle in as an administrator does: under another name first, then renamed. */
    public void drop(String name, byte[] jar) {
        Path target = home.resolve("deploy").resolve(name);
        try {
            Path hidden = target.resolveSibling("." + name);
            Files.write(hidden, jar);
            Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the hall printed so far. */
    public String consoleText() {
        try {
            return Files.readString(console(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the hall as an administrator does, by SIGTERM, and says how long that took. */
    public Duration stop() {
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
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The exit status of a hall that ends by itself. */
    public int awaitEnd() {
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

    private static Path folder(String property, String usual) {
        return Path.of(System.getProperty(property, usual)).toAbsolutePath();
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
