package org.openhall.bench.ways;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openhall.bench.item.BenchItem;
import org.openhall.bench.item.ItemVersion;
import org.openhall.distribution.Hall;

/** Gives the hall commands through the socket in its home, as its administrator does at a terminal. */
public final class CommandWay implements Way, Acts {

    private static final String PROGRAM = Hall.DISTRIBUTION.resolve("bin/hall").toString();

    private final Hall hall;

    public CommandWay(Hall hall) {
        this.hall = hall;
    }

    @Override
    public String name() {
        return "command";
    }

    @Override
    public Said offer(BenchItem item) {
        try {
            Path file = Files.createTempFile(item.key(), ".jar");
            try {
                Files.write(file, item.jar());
                return command("hall:item-deploy", file.toString());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Acts> acts() {
        return Optional.of(this);
    }

    @Override
    public Said rollback(String item, ItemVersion to) {
        return command("hall:item-rollback", item, to.toString());
    }

    @Override
    public Said retire(String item, String line) {
        return command("hall:item-retire", item, line);
    }

    private Said command(String... words) {
        List<String> line =
                new ArrayList<>(List.of(PROGRAM, "shell", "--home", hall.home().toString()));
        line.addAll(Arrays.asList(words));
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor() == 0, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
