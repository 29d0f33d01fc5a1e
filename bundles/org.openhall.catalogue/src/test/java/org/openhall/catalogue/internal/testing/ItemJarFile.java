package org.openhall.catalogue.internal.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openhall.item.Rule;

/** Compiles an item of the tests and packs it as a bundle. */
public final class ItemJarFile {

    private static final String PACKAGE = "test.parking";

    private ItemJarFile() {}

    /** Writes the item's bundle into a folder. */
    public static Path in(Path folder, ParkingItem item) {
        return in(folder, item, Map.of());
    }

    /** Writes the item's bundle into a folder, with entries that no item should have. */
    public static Path in(Path folder, ParkingItem item, Map<String, byte[]> more) {
        try {
            Map<String, byte[]> entries = new TreeMap<>();
            item.entries().forEach((path, content) -> entries.put(path, content.getBytes(StandardCharsets.UTF_8)));
            List<String> components = code(item, entries);
            entries.putAll(more);
            Path jar = Files.createTempFile(folder, "item", ".jar");
            try (OutputStream out = Files.newOutputStream(jar);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
                manifest(item, components).write(zip);
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                }
            }
            return jar;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The line of the manifest on which a header begins. */
    public static int manifestLine(ParkingItem item, String header) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            manifest(item, List.of()).write(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        List<String> lines = text.toString(StandardCharsets.UTF_8).lines().toList();
        return lines.indexOf(lines.stream()
                        .filter(line -> line.startsWith(header + ":"))
                        .findFirst()
                        .orElseThrow())
                + 1;
    }

    private static Manifest manifest(ParkingItem item, List<String> components) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        item.headers().forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        if (!components.isEmpty()) {
            manifest.getMainAttributes().putValue("Service-Component", String.join(",", components));
        }
        return manifest;
    }

    private static List<String> code(ParkingItem item, Map<String, byte[]> entries) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        List<String> components = new ArrayList<>();
        item.rules().forEach((name, body) -> {
            String type = "Rule" + components.size();
            sources.put(type, source(type, "Rule", "List<Finding> check(Application application)", body));
            components.add(component(type, "Rule", "item.rule", name, entries));
        });
        item.steps().forEach((name, body) -> {
            String type = "Step" + components.size();
            sources.put(type, source(type, "ReviewStep", "Review review(Application application, String step)", body));
            components.add(component(type, "ReviewStep", "item.step", name, entries));
        });
        if (!sources.isEmpty()) {
            compile(sources, entries);
        }
        return components;
    }

    private static String source(String type, String service, String method, String body) {
        return "package " + PACKAGE + ";\nimport java.util.*;\nimport org.openhall.item.*;\npublic final class " + type
                + " implements " + service + " {\n  @Override public " + method + " {\n" + body + "\n  }\n}\n";
    }

    private static String component(
            String type, String service, String property, String name, Map<String, byte[]> entries) {
        String path = "OSGI-INF/" + type + ".xml";
        String xml = "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"" + PACKAGE + "." + type
                + "\"><property name=\"" + property + "\" value=\"" + name
                + "\"/><service><provide interface=\"org.openhall.item."
                + service + "\"/></service><implementation class=\"" + PACKAGE + "." + type + "\"/></scr:component>";
        entries.put(path, xml.getBytes(StandardCharsets.UTF_8));
        return path;
    }

    private static void compile(Map<String, String> sources, Map<String, byte[]> entries) throws IOException {
        Path classes = Files.createTempDirectory("classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter says = new StringWriter();
        List<JavaFileObject> units =
                sources.entrySet().stream().map(ItemJarFile::unit).toList();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-d",
                    classes.toString(),
                    "-cp",
                    ItemFramework.location(Rule.class).toString());
            if (!compiler.getTask(says, files, null, options, null, units).call()) {
                throw new IllegalArgumentException(says.toString());
            }
        }
        try (Stream<Path> compiled = Files.walk(classes)) {
            for (Path file : compiled.filter(Files::isRegularFile).toList()) {
                entries.put(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    private static JavaFileObject unit(Map.Entry<String, String> source) {
        URI uri = URI.create("string:///test/parking/" + source.getKey() + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source.getValue();
            }
        };
    }
}
