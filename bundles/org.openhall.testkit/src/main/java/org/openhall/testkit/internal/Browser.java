package org.openhall.testkit.internal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium on this machine, without a window, for one page at a time. */
final class Browser {

    /** What to do where there is none. */
    static final String MISSING = "No Chromium was found; install one (Debian: apt-get install chromium) or name its"
            + " program in the environment variable CHROME";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final long PATIENCE_SECONDS = 60;

    private final Path program;
    private final Path work;

    private Browser(Path program, Path work) {
        this.program = program;
        this.work = work;
    }

    /**
     * The browser that CHROME names, or the first on the path.
     *
     * @param environment of this process
     * @param work where it may keep files
     */
    static Optional<Browser> find(Map<String, String> environment, Path work) {
        String named = environment.getOrDefault("CHROME", "");
        Stream<Path> candidates = !named.isBlank()
                ? Stream.of(Path.of(named))
                : NAMES.stream()
                        .flatMap(name -> Stream.of(
                                        environment.getOrDefault("PATH", "").split(File.pathSeparator))
                                .map(folder -> Path.of(folder, name)));
        return candidates.filter(Files::isExecutable).findFirst().map(program -> new Browser(program, work));
    }

    /** The document as it stands when its scripts have run. */
    String dump(Path page) throws IOException {
        Path out = Files.createTempFile(work, "dump", ".html");
        Path profile = Files.createDirectories(work.resolve("profile"));
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--disable-gpu",
                "--disable-background-networking",
                "--no-first-run",
                "--allow-file-access-from-files",
                "--window-size=1280,1600",
                "--virtual-time-budget=30000",
                "--user-data-dir=" + profile));
        if ("root".equals(System.getProperty("user.name"))) {
            // as root it only starts this way; the page is the author's own
            command.add("--no-sandbox");
        }
        command.addAll(List.of("--dump-dom", page.toUri().toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(program + " did not draw " + page + " within " + PATIENCE_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
