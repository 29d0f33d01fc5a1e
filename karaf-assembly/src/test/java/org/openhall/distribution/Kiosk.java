package org.openhall.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openhall.distribution.code.ApprovingStep;

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

    private static final String YAML = "OPENHALL-INF/item.yaml";

    /** Registers the step, as the DS annotations of an item in Java do at its build. */
    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="approve-all">
              <implementation class="%1$s"/>
              <service><provide interface="org.openhall.item.ReviewStep"/></service>
              <property name="item.step" value="approve-all"/>
            </scr:component>
            """.formatted(ApprovingStep.class.getName());

    private final String item;
    private final String version;
    private final Map<String, String> files;
    private final boolean code;

    private Kiosk(String item, String version, Map<String, String> files, boolean code) {
        this.item = item;
        this.version = version;
        this.files = files;
        this.code = code;
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
        return new Kiosk(CODE, version, files, false);
    }

    /** The same with another content of one file, such as {@code OPENHALL-INF/item.yaml}. */
    Kiosk with(String file, UnaryOperator<String> change) {
        var changed = new TreeMap<>(files);
        changed.compute(file, (name, content) -> change.apply(content));
        if (changed.get(file).equals(files.get(file))) {
            throw new IllegalArgumentException("nothing was changed in " + file);
        }
        return new Kiosk(item, version, changed, code);
    }

    /** The same as another item that has its own bundle and code. */
    Kiosk named(String other) {
        Kiosk changed = with(YAML, yaml -> yaml.replace(item, other));
        return new Kiosk(other, version, changed.files, code);
    }

    /** The same with code that takes the step of the decision by itself. */
    Kiosk decidingByItself() {
        Kiosk changed = with(
                YAML, yaml -> yaml.replace("    post: approve\n", "    post: approve\n    automatic: approve-all\n"));
        return new Kiosk(item, version, changed.files, true);
    }

    /** Symbolic name of its bundle. */
    String bundle() {
        return "org.openhall." + item.replace('-', '.');
    }

    /** The same, offered by another department. */
    Kiosk offeredBy(String department) {
        return with("OPENHALL-INF/item.yaml", yaml -> yaml.replace("sample-341600-urban-management", department));
    }

    /** Writes the bundle into a file that nobody watches. */
    void writeTo(Path file) {
        try {
            Files.write(file, jar());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands the bundle in as an administrator does. */
    void dropInto(Hall hall) {
        hall.drop("kiosk-" + version + "-" + files.hashCode() + ".jar", jar());
    }

    /** Hands the bundle in and waits until new applications are opened on it. */
    void enter(Hall hall) {
        dropInto(hall);
        Hall.await(
                "version " + version + " of the kiosk",
                () -> hall.api()
                        .get("/api/v1/items/" + item)
                        .expect(200)
                        .json()
                        .path("version")
                        .asText()
                        .equals(version));
    }

    /** The bundle. */
    byte[] jar() {
        var contents = new TreeMap<String, byte[]>();
        files.forEach((name, text) -> contents.put(name, text.getBytes(StandardCharsets.UTF_8)));
        if (!code) {
            return ItemJar.of(item, bundle(), version, Map.of(), contents);
        }
        contents.put("OSGI-INF/approve-all.xml", COMPONENT.getBytes(StandardCharsets.UTF_8));
        contents.put(ApprovingStep.class.getName().replace('.', '/') + ".class", classFile());
        return ItemJar.of(
                item,
                bundle(),
                version,
                Map.of("Service-Component", "OSGI-INF/approve-all.xml", "Import-Package", "org.openhall.item"),
                contents);
    }

    private static byte[] classFile() {
        try (var in = ApprovingStep.class.getResourceAsStream(ApprovingStep.class.getSimpleName() + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
