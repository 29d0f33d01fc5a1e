package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever items the distribution ships: each of their sample applications is accepted, taken to its end or returned in this very hall as the
 * sample says. Passes with no items at all.
 */
@ExtendWith(SharedHall.class)
class ShippedItemsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Hall hall;
    private final Filer filer;

    ShippedItemsIT(Hall hall) {
        this.hall = hall;
        this.filer = new Filer(hall);
    }

    @TestFactory
    Stream<DynamicTest> everySampleComesOutAsItSays() throws IOException {
        Path items = Hall.DISTRIBUTION.resolve("items");
        if (!Files.isDirectory(items)) {
            return Stream.empty();
        }
        try (Stream<Path> jars = Files.list(items)) {
            return jars.toList().stream().flatMap(this::samples);
        }
    }

    private Stream<DynamicTest> samples(Path file) {
        try (var jar = new JarFile(file.toFile())) {
            String item = jar.getManifest().getMainAttributes().getValue("OpenHall-Item");
            return jar.stream()
                    .filter(entry -> entry.getName().matches("OPENHALL-INF/samples/[^/]+\\.json"))
                    .map(entry -> test(item, entry.getName(), read(jar, entry)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DynamicTest test(String item, String file, JsonNode sample) {
        String name = item + " " + file.replaceAll(".*/|\\.json", "");
        return DynamicTest.dynamicTest(name, () -> {
            Api citizen = filer.as(sample.path("applicant").asText().equals("legal") ? "chenguang" : "chenxiaozhou");
            Answer answer = submit(citizen, item, sample);
            if (sample.has("problems")) {
                assertThat(texts(answer.expect(422).json().path("errors").findValues("pointer")))
                        .containsAll(texts(sample.path("problems")));
            } else {
                JsonNode receipt = answer.expect(201).json();
                carryOut(
                        new Filer.Filed(
                                receipt.path("number").asText(),
                                receipt.path("queryCode").asText()),
                        sample);
            }
        });
    }

    private static Answer submit(Api citizen, String item, JsonNode sample) {
        String draft = "/api/v1/applications/"
                + citizen.post("/api/v1/applications", Map.of("item", item))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        citizen.put(draft + "/answers", sample.path("answers").toString()).expect(200);
        for (String material : texts(sample.path("materials"))) {
            citizen.upload(
                            draft + "/materials/" + material,
                            material + ".pdf",
                            "application/pdf",
                            Papers.pdf(item + material))
                    .expect(201);
        }
        return citizen.post(draft + "/submit", Map.of());
    }

    private void carryOut(Filer.Filed filed, JsonNode sample) {
        for (String action : texts(sample.path("acts"))) {
            Answer acted = hall.accounts().stream()
                    .filter(account -> account.kind().equals("official")
                            && !account.username().equals("wuhao"))
                    .map(account ->
                            filer.act(filed, filer.as(account.username()), action, Map.of("opinion", "样例：" + action)))
                    .filter(answer -> answer.status() == 200)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nobody could " + action + " " + filed.number()));
            assertThat(acted.status()).isEqualTo(200);
        }
        assertThat(filer.progress(filed).path("state").asText())
                .isEqualTo(sample.path("state").asText());
    }

    private static List<String> texts(Iterable<JsonNode> nodes) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode read(JarFile jar, JarEntry entry) {
        try (InputStream in = jar.getInputStream(entry)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
