package org.openhall.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The little item of the tests, {@code src/test/resources/items/kiosk}, as a bundle. Immutable: changes give another one. */
final class Kiosk {

    static final String CODE = "test-kiosk";

    /** Answers that its form accepts. */
    static final Map<String, Object> ANSWERS = Map.of(
            "place", "光明西路 66 号门前",
            "area", 6,
            "phone", "13805670129",
            "opening", "2027-03-01",
            "delivery", "courier",
            "address", "谯城区光明西路 66 号",
            "goods", List.of(Map.of("kind", "报纸")));

    private static final Path SOURCE = Path.of("src", "test", "resources", "items", "kiosk");

    private final String version;
    private final Map<String, String> files;

    private Kiosk(String version, Map<String, String> files) {
        this.version = version;
        this.files = files;
    }

    static Kiosk version(String version) {
        var files = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(SOURCE)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        SOURCE.relativize(file).toString(),
                        Files.readString(file).replace("@version@", version));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Kiosk(version, files);
    }

    /** The same with another content of one file, such as {@code OPENHALL-INF/item.yaml}. */
    Kiosk with(String file, UnaryOperator<String> change) {
        var changed = new TreeMap<>(files);
        changed.compute(file, (name, content) -> change.apply(content));
        if (changed.get(file).equals(files.get(file))) {
            throw new IllegalArgumentException("nothing was changed in " + file);
        }
        return new Kiosk(version, changed);
    }

    /** Hands the bundle in as an administrator does: under another name first, then renamed. */
    void dropInto(Hall hall) {
        Path target = hall.home().resolve("deploy").resolve("kiosk-" + version + "-" + files.hashCode() + ".jar");
        try {
            Path hidden = target.resolveSibling("." + target.getFileName());
            Files.write(hidden, jar());
            Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands the bundle in and waits until new applications are opened on it. */
    void enter(Hall hall) {
        dropInto(hall);
        Hall.await(
                "version " + version + " of the kiosk",
                () -> hall.api()
                        .get("/api/v1/items/" + CODE)
                        .expect(200)
                        .json()
                        .path("version")
                        .asText()
                        .equals(version));
    }

    private byte[] jar() throws IOException {
        var manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.openhall.test.kiosk");
        main.putValue("Bundle-Version", version);
        main.putValue("OpenHall-Item", CODE);
        var bytes = new java.io.ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(entry(JarFile.MANIFEST_NAME));
            manifest.write(jar);
            for (var file : files.entrySet()) {
                jar.putNextEntry(entry(file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The same files make the same bytes, whenever; the door knows a bundle by them. */
    private static JarEntry entry(String name) {
        var entry = new JarEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        return entry;
    }
}
