package org.openhall.bench.item;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.openhall.distribution.ItemJar;
import org.openhall.item.Rule;

/** One version of the item of the bench. Immutable: changes give another one. */
public final class BenchItem {

    private static final String FOLDER = "OPENHALL-INF/";
    private static final String YAML = FOLDER + "item.yaml";
    private static final List<String> TEXTS = List.of(
            YAML,
            FOLDER + "form.schema.json",
            FOLDER + "form.ui.json",
            FOLDER + "i18n/zh.properties",
            FOLDER + "i18n/en.properties");

    private static final String REVIEW = """
              review:
                post: review
                limit: {days: 5, unit: working}
                outcomes:
                  pass: {to: [decision]}
            """;

    private static final String PAPER = """
            materials:
              paper:
                need: optional
                accepts: [pdf]
                maxFiles: 2
                maxSize: 2 MB

            """;

    private final String key;
    private final ItemVersion version;
    private final Class<? extends Rule> rule;
    private final SortedMap<String, String> texts;

    private BenchItem(String key, ItemVersion version, Class<? extends Rule> rule, SortedMap<String, String> texts) {
        this.key = key;
        this.version = version;
        this.rule = rule;
        this.texts = texts;
    }

    /** A version of the item with that key whose rule says which version it is. */
    public static BenchItem of(String key, ItemVersion version) {
        return of(key, version, VersionRule.class);
    }

    /** The same with a rule of its own; the class must need nothing but the item API. */
    public static BenchItem of(String key, ItemVersion version, Class<? extends Rule> rule) {
        var texts = new TreeMap<String, String>();
        for (String file : TEXTS) {
            texts.put(
                    file,
                    new String(resource(file), StandardCharsets.UTF_8)
                            .replace("@key@", key)
                            .replace("@version@", version.toString())
                            .replace("@line@", version.field()));
        }
        texts.put(
                FOLDER + "samples/accepted.json",
                "{\"applicant\": \"natural\", \"answers\": " + Filled.form(version)
                        + ", \"acts\": [], \"state\": \"submitted\"}");
        return new BenchItem(key, version, rule, texts);
    }

    /** The same, with a step whose post nobody has: the door must refuse it. */
    public BenchItem broken() {
        return with(yaml -> yaml.replace("post: approve", "post: aprove"));
    }

    /** The same with another limit, which a micro may not change. */
    public BenchItem dishonest() {
        return with(yaml -> yaml.replace("days: 5", "days: 6"));
    }

    /** The same with a step between the two: three officials act on each case. */
    public BenchItem reviewed() {
        return with(yaml -> yaml.replace("accept: {to: [decision]", "accept: {to: [review]")
                .replace("  decision:\n", REVIEW + "  decision:\n"));
    }

    /** The same with a file that may be handed in. */
    public BenchItem papered() {
        return with(yaml -> yaml.replace("start: [intake]\n", PAPER + "start: [intake]\n"));
    }

    /** The same with another definition. */
    private BenchItem with(UnaryOperator<String> change) {
        var changed = new TreeMap<>(texts);
        changed.computeIfPresent(YAML, (name, content) -> change.apply(content));
        if (changed.equals(texts)) {
            throw new IllegalArgumentException("nothing was changed");
        }
        return new BenchItem(key, version, rule, changed);
    }

    public String key() {
        return key;
    }

    public ItemVersion version() {
        return version;
    }

    /** The bundle as a file. */
    public byte[] jar() {
        var files = new TreeMap<String, byte[]>();
        texts.forEach((name, content) -> files.put(name, content.getBytes(StandardCharsets.UTF_8)));
        String code = rule.getName().replace('.', '/') + ".class";
        String home = code.substring(0, code.lastIndexOf('/') + 1);
        files.put(code, classFile(code));
        files.put(home + VersionRule.FILE, version.toString().getBytes(StandardCharsets.UTF_8));
        files.put("OSGI-INF/rule.xml", component().getBytes(StandardCharsets.UTF_8));
        return ItemJar.of(
                key,
                "org.openhall.items." + key,
                version.toString(),
                Map.of(
                        "Import-Package",
                        "org.openhall.item;version=\"[1.0,2)\"",
                        "Service-Component",
                        "OSGI-INF/rule.xml"),
                files);
    }

    private String component() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s">
                  <property name="item.rule" type="String" value="checked"/>
                  <service>
                    <provide interface="org.openhall.item.Rule"/>
                  </service>
                  <implementation class="%s"/>
                </scr:component>
                """.formatted(key, rule.getName());
    }

    private static byte[] resource(String name) {
        return read(BenchItem.class.getResourceAsStream(name), name);
    }

    private static byte[] classFile(String path) {
        return read(BenchItem.class.getClassLoader().getResourceAsStream(path), path);
    }

    private static byte[] read(InputStream opened, String name) {
        try (opened) {
            if (opened == null) {
                throw new IllegalStateException("missing: " + name);
            }
            return opened.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
