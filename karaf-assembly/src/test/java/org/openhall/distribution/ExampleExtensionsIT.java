package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever examples of extensions the distribution has: a case of the item that was filed before comes to the extension's step once it is
 * there, and goes on as the item's own sample says when it is retired while the case stands there. Passes with no examples at all.
 */
class ExampleExtensionsIT {

    private static final Pattern ITEM = Pattern.compile("item: *([a-z0-9-]+)");

    @TempDir
    Path directory;

    private record Example(Path jar, String key, String item) {}

    @TestFactory
    Stream<DynamicTest> everyExampleComesAndGoesWhileCasesAreOpen() {
        return jars("examples")
                .filter(jar -> !Samples.header(jar, "OpenHall-Extension").isEmpty())
                .map(jar -> new Example(jar, Samples.header(jar, "OpenHall-Extension"), extended(jar)))
                .map(example -> DynamicTest.dynamicTest(example.key(), () -> {
                    try (Hall hall = Hall.demo()) {
                        comesAndGoes(hall, example);
                    }
                }));
    }

    private void comesAndGoes(Hall hall, Example example) throws IOException {
        Filer filer = new Filer(hall);
        Samples samples = new Samples(hall, filer);
        Terminal terminal = new Terminal(hall.home(), directory);
        JsonNode sample = longest(example.item());
        Filer.Filed open = samples.file(example.item(), sample);
        assertThat(steps(hall, example)).noneMatch(step -> step.startsWith(example.key() + "."));

        hall.drop(example.jar().getFileName().toString(), Files.readAllBytes(example.jar()));
        Hall.await(
                "the extension",
                () -> steps(hall, example).stream().anyMatch(step -> step.startsWith(example.key() + ".")));
        assertThat(terminal.gives("hall:item-report", example.key()).succeeded().output())
                .contains(example.key(), "adds to " + example.item());

        Deque<String> acts = new ArrayDeque<>(Samples.texts(sample.path("acts")));
        while (!standsThere(filer, open, example)) {
            assertThat(acts).as("the case comes to the extension's step").isNotEmpty();
            samples.act(open, acts.pop());
        }

        terminal.gives("hall:item-retire", example.key()).succeeded();
        Hall.await("the case to go on", () -> !standsThere(filer, open, example));
        assertThat(steps(hall, example)).noneMatch(step -> step.startsWith(example.key() + "."));
        assertThat(filer.progress(open).path("events"))
                .anyMatch(event -> event.path("kind").asText().equals("removed")
                        && event.path("step").path("id").asText().startsWith(example.key() + "."));
        acts.forEach(action -> samples.act(open, action));
        assertThat(filer.progress(open).path("state").asText())
                .isEqualTo(sample.path("state").asText());
    }

    private static boolean standsThere(Filer filer, Filer.Filed filed, Example example) {
        return StreamSupport.stream(filer.progress(filed).path("steps").spliterator(), false)
                .filter(step -> step.path("state").asText().equals("open"))
                .anyMatch(step -> step.path("id").asText().startsWith(example.key() + "."));
    }

    private static List<String> steps(Hall hall, Example example) {
        return Samples.texts(hall.api()
                .get("/api/v1/items/" + example.item())
                .expect(200)
                .json()
                .path("steps")
                .findValues("id"));
    }

    private static JsonNode longest(String item) {
        return jars("items")
                .filter(jar -> Samples.header(jar, "OpenHall-Item").equals(item))
                .flatMap(jar -> Samples.in(jar).values().stream())
                .max(Comparator.comparingInt(sample -> sample.path("acts").size()))
                .orElseThrow();
    }

    private static String extended(Path file) {
        try (var jar = new JarFile(file.toFile())) {
            String yaml = new String(
                    jar.getInputStream(jar.getEntry("OPENHALL-INF/extension.yaml"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            Matcher item = ITEM.matcher(yaml);
            assertThat(item.find()).isTrue();
            return item.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> jars(String folder) {
        Path path = Hall.DISTRIBUTION.resolve(folder);
        if (!Files.isDirectory(path)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
