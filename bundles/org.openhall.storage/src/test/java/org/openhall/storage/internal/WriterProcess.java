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

    private static final long PATIENCE_SECONDS = 30;

    private final Process process;

    private WriterProcess(Process process) {
        this.process = process;
    }

    /**
     * Returns when it has said something.
     *
     * @param main what it runs
     * @param said where to write what it says
     */
    static WriterProcess start(Class<?> main, Path said, String... arguments) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        Process process = new ProcessBuilder(
                        Stream.concat(command.stream(), Stream.of(arguments)).toList())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (Files.size(said) == 0 && process.isAlive() && System.nanoTime() < patience) {
            Thread.sleep(20);
        }
        return new WriterProcess(process);
    }

    /** Returns when it has written for so long, in milliseconds. */
    void goesOn(long millis) throws InterruptedException {
        Thread.sleep(millis);
        assertThat(process.isAlive()).as("who writes").isTrue();
    }

    /** Copies a file as the process would leave it if it were killed now; it stands still meanwhile, or parts of the copy would be older than others. */
    void copy(Path from, Path to) throws IOException, InterruptedException {
        signal("STOP");
        try {
            // a thread that was on its way into the file comes to stand a moment later
            do {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            } while (Files.mismatch(from, to) >= 0);
        } finally {
            signal("CONT");
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        int failed = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(failed).as("signal " + name + " to who writes").isZero();
    }

    /** Nothing in it gets to run any more, not even to its end: SIGKILL where there are signals. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
