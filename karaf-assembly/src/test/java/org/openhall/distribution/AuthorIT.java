package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The guide for authors of items, line by line: from nothing to a deployed item, beside a running hall. */
@ExtendWith(SharedHall.class)
class AuthorIT {

    private static final Path GUIDE = Path.of("../bundles/README.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    private final Hall hall;

    AuthorIT(Hall hall) {
        this.hall = hall;
    }

    @BeforeAll
    static void thereIsAnExampleToCopy() {
        assumeTrue(
                Files.isDirectory(Hall.DISTRIBUTION.resolve("author/example")),
                "This distribution ships no item, so there is none to copy.");
    }

    @Test
    void everyLineOfTheGuideDoesWhatItSays(@TempDir Path folder) throws IOException {
        Path checkout = Files.createDirectory(folder.resolve("openhall"));
        Files.createSymbolicLink(checkout.resolve(".hall"), hall.home());
        script(checkout.resolve("hall"), "exec '" + Hall.DISTRIBUTION.toAbsolutePath() + "/bin/hall' \"$@\"");

        String told = "";
        String version = "1.0.0";
        for (String line : guide()) {
            told = run(checkout, folder, line);
            if (line.startsWith("sed ")) {
                version = "1.0.1";
            }
            if (line.startsWith("cp ")) {
                awaitServed("parking-permit", version);
            }
        }

        assertThat(told).contains("parking-permit", "1.0.1", "parking-place");
        awaitServed("parking-place", "1.0.0");
    }

    @Test
    void thePageOfTheHallSaysTheSame() throws IOException {
        for (String language : List.of("zh", "en")) {
            String page = hall.api()
                    .with("Accept-Language", language)
                    .get("/authors")
                    .expect(200)
                    .text()
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
            assertThat(guide()).allSatisfy(line -> assertThat(page).contains(line));
        }
    }

    @Test
    void aNameThatIsNoneAndAFolderThatIsThereAreRefused(@TempDir Path folder) {
        String script = "'" + Hall.DISTRIBUTION.toAbsolutePath() + "/bin/hall' new-item ";
        assertThat(failing(folder, script + "Parking")).contains("'Parking' is no key of an item");
        assertThat(failing(folder, script + "a --dir .")).contains("is there already");
    }

    @Test
    void nothingInACopyIsCalledLikeTheExample(@TempDir Path folder) throws IOException {
        String script = "'" + Hall.DISTRIBUTION.toAbsolutePath() + "/bin/hall' new-item ";
        run(folder, folder, script + "shed");
        assertThat(run(folder, folder, script + "stall-2 --yaml")).contains("/bin/hall pack ");
        assertThat(run(folder, folder, "HALL_COMMAND=./hall " + script + "kiosk --yaml"))
                .contains("  ./hall pack ");

        Path tests = folder.resolve("shed/src/test/java/items/shed");
        assertThat(tests.resolve("ShedConformanceTest.java")).content().contains("class ShedConformanceTest ");
        try (var files = Files.list(tests)) {
            assertThat(files).allMatch(file -> file.getFileName().toString().startsWith("Shed"));
        }
        for (String definition : List.of("shed/src/main/resources/OPENHALL-INF", "stall-2/OPENHALL-INF")) {
            Path inner = folder.resolve(definition);
            String name = definition.substring(0, definition.indexOf('/'));
            assertThat(inner.resolve("item.yaml")).content().startsWith("item: " + name);
            for (String language : List.of("zh", "en")) {
                assertThat(Files.readAllLines(inner.resolve("i18n/" + language + ".properties")))
                        .first()
                        .asString()
                        .startsWith("name=")
                        .endsWith("(" + name + ")");
            }
        }
        assertThat(folder.resolve("stall-2/OPENHALL-INF/i18n/zh.properties"))
                .content()
                .doesNotContain("\nrule.");
    }

    @Test
    void aBrokenDefinitionIsNotPackedAndTheLineIsNamed(@TempDir Path folder) throws IOException {
        String script = "'" + Hall.DISTRIBUTION.toAbsolutePath() + "/bin/hall' ";
        run(folder, folder, script + "new-item shed --yaml");
        Path yaml = folder.resolve("shed/OPENHALL-INF/item.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("post: review", "post: reviewer"));

        assertThat(failing(folder, script + "pack shed -o shed.jar")).contains("item.yaml:", "reviewer");
        assertThat(folder.resolve("shed.jar")).doesNotExist();
    }

    private void awaitServed(String item, String version) {
        Hall.await(item + " " + version, () -> {
            Answer answer = hall.api().get("/api/v1/items/sample-341600-" + item);
            return answer.status() == 200
                    && answer.json().path("version").asText().equals(version);
        });
    }

    private static List<String> guide() throws IOException {
        String text = Files.readString(GUIDE);
        String chapter = text.substring(text.indexOf("## An item in ten minutes"), text.indexOf("## Vocabulary"));
        return BLOCK.matcher(chapter)
                .results()
                .map(MatchResult::group)
                .flatMap(String::lines)
                .filter(line -> !line.startsWith("```"))
                .toList();
    }

    private static String run(Path directory, Path folder, String line) {
        Ran ran = bash(directory, folder, line);
        assertThat(ran.status()).as(line + "\n" + ran.output()).isZero();
        return ran.output();
    }

    private static String failing(Path folder, String line) {
        Ran ran = bash(folder, folder, line);
        assertThat(ran.status()).as(ran.output()).isEqualTo(1);
        return ran.output();
    }

    private record Ran(int status, String output) {}

    /** Runs a line as it stands. Maven alone is told to find what it needs in the repository of this build, so that no network is needed. */
    private static Ran bash(Path directory, Path folder, String line) {
        try {
            Path bin = Files.createDirectories(folder.resolve("bin"));
            Path settings = bin.resolve("settings.xml");
            Files.writeString(
                    settings,
                    "<settings><mirrors><mirror><id>here</id><mirrorOf>central</mirrorOf><url>file://"
                            + localRepository() + "</url></mirror></mirrors></settings>");
            if (!Files.exists(bin.resolve("mvn"))) {
                script(
                        bin.resolve("mvn"),
                        "PATH=${PATH#*:}; exec mvn -B -q -s '" + settings + "' -Dmaven.repo.local='"
                                + folder.resolve("repository") + "' \"$@\"");
            }
            Path output = Files.createTempFile(folder, "output", ".txt");
            ProcessBuilder builder = new ProcessBuilder("bash", "-c", line)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            Map<String, String> environment = builder.environment();
            environment.put("PATH", bin + File.pathSeparator + environment.get("PATH"));
            environment.remove("MAVEN_OPTS");
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(line + " does not end:\n" + Files.readString(output));
            }
            return new Ran(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String localRepository() {
        return System.getProperty("openhall.maven", System.getProperty("user.home") + "/.m2/repository");
    }

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
