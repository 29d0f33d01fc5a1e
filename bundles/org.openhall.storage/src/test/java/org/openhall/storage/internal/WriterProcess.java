package org.openhall.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of its own that writes into an H2 file, and is killed in the end. */
final class WriterProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path errors;

    private WriterProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * Returns when it has said something.
     *
     * @param main what it runs; it should end when it can read no more
     * @param said where to write what it says
     */
    static WriterProcess start(Class<?> main, Path said, String... arguments) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        Path errors = said.resolveSibling(said.getFileName() + "-errors");
        var writer = new WriterProcess(
                new ProcessBuilder(Stream.concat(command.stream(), Stream.of(arguments))
                                .toList())
                        .redirectOutput(said.toFile())
                        .redirectError(errors.toFile())
                        .start(),
                errors);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (Files.size(said) == 0 && System.nanoTime() < until) {
            writer.write(20);
        }
        assertThat(said).as("what who writes has said").isNotEmptyFile();
        return writer;
    }

    /** Returns when it has written for so long, in milliseconds. */
    void goesOn(long millis) throws IOException, InterruptedException {
        signal("CONT");
        write(millis);
    }

    private void write(long millis) throws IOException, InterruptedException {
        Thread.sleep(millis);
        assertThat(process.isAlive()).as(Files.readString(errors)).isTrue();
    }

    /**
     * Copies a file as the process would leave it if it were killed now. It stands still from then on until it goes on: parts of a copy would be older than
     * others.
     */
    void copy(Path from, Path to) throws IOException, InterruptedException {
        signal("STOP");
        copyStill(from, to);
    }

    /** Copies a file that somebody may have written a moment ago: again until it has not changed meanwhile. */
    static void copyStill(Path from, Path to) throws IOException {
        do {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } while (Files.mismatch(from, to) >= 0);
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).as("signal " + name + " to who writes").isZero();
    }

    /** Nothing in it gets to run any more, not even to its end: SIGKILL where there are signals. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
