package org.openhall.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;

/** Files the sample applications that items ship, and does to them what the samples say. */
final class Samples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Hall hall;
    private final Filer filer;

    Samples(Hall hall, Filer filer) {
        this.hall = hall;
        this.filer = filer;
    }

    /** The samples in a bundle by the names of their files. */
    static Map<String, JsonNode> in(Path file) {
        Map<String, JsonNode> samples = new LinkedHashMap<>();
        try (var jar = new JarFile(file.toFile())) {
            for (var entry : (Iterable<java.util.jar.JarEntry>) jar.stream()::iterator) {
                if (entry.getName().matches("OPENHALL-INF/samples/[^/]+\\.json")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        samples.put(entry.getName().replaceAll(".*/|\\.json", ""), JSON.readTree(in));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples;
    }

    /** A header of a bundle's manifest; "" when it is not there. */
    static String header(Path file, String name) {
        try (var jar = new JarFile(file.toFile())) {
            String value = jar.getManifest().getMainAttributes().getValue(name);
            return value == null ? "" : value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands a sample in. */
    Answer submit(String item, JsonNode sample) {
        Api citizen = filer.as(sample.path("applicant").asText().equals("legal") ? "chenguang" : "chenxiaozhou");
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

    /** The case of a sample that is accepted. */
    Filer.Filed file(String item, JsonNode sample) {
        JsonNode receipt = submit(item, sample).expect(201).json();
        return new Filer.Filed(
                receipt.path("number").asText(), receipt.path("queryCode").asText());
    }

    /** Has whichever official may do so act on a case. */
    void act(Filer.Filed filed, String action) {
        hall.accounts().stream()
                .filter(account ->
                        account.kind().equals("official") && !account.username().equals("wuhao"))
                .map(account ->
                        filer.act(filed, filer.as(account.username()), action, Map.of("opinion", "样例：" + action)))
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody could " + action + " " + filed.number()));
    }

    static List<String> texts(Iterable<JsonNode> nodes) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
