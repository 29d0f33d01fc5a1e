package org.openhall.bench.ways;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.openhall.bench.hall.LogTail;
import org.openhall.bench.item.BenchItem;
import org.openhall.distribution.Hall;

/** Puts a file into {@code deploy/}, reads in the log what became of it, and takes the file before it away. */
public final class FolderWay implements Way {

    /** A warning is no answer yet: the file waits for its turn. */
    private static final String WAITS = "\"level\":\"WARN\"";

    private static final String REFUSED = "\"level\":\"ERROR\"";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Hall hall;
    private final AtomicInteger number = new AtomicInteger();
    private Optional<String> before = Optional.empty();

    public FolderWay(Hall hall) {
        this.hall = hall;
    }

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public Said offer(BenchItem item) {
        var log = new LogTail(hall);
        String file = item.key() + "-" + item.version() + "-" + number.incrementAndGet() + ".jar";
        hall.drop(file, item.jar());
        String line = log.await(said -> said.contains(file) && !said.contains(WAITS), PATIENCE)
                .orElseThrow(() -> new IllegalStateException("the log says nothing of " + file));
        before.ifPresent(this::delete);
        before = Optional.of(file);
        return new Said(!line.contains(REFUSED), line);
    }

    /** A folder can only bring. */
    @Override
    public Optional<Acts> acts() {
        return Optional.empty();
    }

    private void delete(String file) {
        try {
            Files.delete(hall.home().resolve("deploy").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
