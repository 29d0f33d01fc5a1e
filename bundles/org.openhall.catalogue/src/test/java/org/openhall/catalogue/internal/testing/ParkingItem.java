package org.openhall.catalogue.internal.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.openhall.catalogue.internal.definition.ItemFiles;

/** A little item of the tests: a permit to park, asked for with a number plate. Every {@code with…} gives a changed copy. */
public final class ParkingItem {

    private final Map<String, String> files;
    private final Map<String, String> headers;
    private final Map<String, String> rules;
    private final Map<String, String> steps;

    private ParkingItem(
            Map<String, String> files,
            Map<String, String> headers,
            Map<String, String> rules,
            Map<String, String> steps) {
        this.files = files;
        this.headers = headers;
        this.rules = rules;
        this.steps = steps;
    }

    /** Version 1.0.0, without rules. */
    public static ParkingItem first() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("OPENHALL-INF/item.yaml", ParkingFiles.YAML);
        files.put("OPENHALL-INF/form.schema.json", ParkingFiles.SCHEMA);
        files.put("OPENHALL-INF/form.ui.json", ParkingFiles.UI);
        files.put("OPENHALL-INF/i18n/zh.properties", ParkingFiles.TEXTS);
        files.put("OPENHALL-INF/i18n/en.properties", ParkingFiles.TEXTS);
        files.put("OPENHALL-INF/documents/permit.ftlh", "<p>Permit</p>");
        files.put("OPENHALL-INF/samples/accepted.json", ParkingFiles.ACCEPTED);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", "test.parking");
        headers.put("Bundle-Version", "1.0.0");
        headers.put("OpenHall-Item", "parking");
        headers.put("Import-Package", "org.openhall.item;version=\"[1.0,2)\"");
        headers.put("Require-Capability", "osgi.extender;filter:=\"(osgi.extender=osgi.component)\"");
        return new ParkingItem(files, headers, Map.of(), Map.of());
    }

    /** No item, but an extension of this one in a bundle of somebody else: a step "look" behind the intake. */
    public static ParkingItem extension(String key) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("OPENHALL-INF/extension.yaml", ParkingFiles.EXTENSION.replace("KEY", key));
        files.put("OPENHALL-INF/i18n/zh.properties", ParkingFiles.EXTENSION_TEXTS.replace("KEY", key));
        files.put("OPENHALL-INF/i18n/en.properties", ParkingFiles.EXTENSION_TEXTS.replace("KEY", key));
        Map<String, String> headers = new LinkedHashMap<>(first().headers);
        headers.remove("OpenHall-Item");
        headers.put("OpenHall-Extension", key);
        headers.put("Bundle-SymbolicName", "test." + key);
        return new ParkingItem(files, headers, Map.of(), Map.of());
    }

    public ParkingItem version(String version) {
        return yaml("version: 1.0.0", "version: " + version).header("Bundle-Version", version);
    }

    /** With one place of item.yaml changed. */
    public ParkingItem yaml(String from, String to) {
        return file(definition(), from, to);
    }

    /** With one place of a file changed. */
    public ParkingItem file(String path, String from, String to) {
        return edit(path, content -> {
            if (!content.contains(from)) {
                throw new IllegalArgumentException(path + " has no " + from);
            }
            return content.replace(from, to);
        });
    }

    /** With a file more, or another content. */
    public ParkingItem file(String path, String content) {
        return edit(path, old -> content);
    }

    public ParkingItem without(String path) {
        Map<String, String> changed = new LinkedHashMap<>(files);
        changed.remove(path);
        return new ParkingItem(changed, headers, rules, steps);
    }

    public ParkingItem header(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new ParkingItem(files, changed, rules, steps);
    }

    public ParkingItem withoutHeader(String name) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(name);
        return new ParkingItem(files, changed, rules, steps);
    }

    /** With a rule in the definition and in the code; the body is that of {@code List<Finding> check(Application application)}. */
    public ParkingItem rule(String name, String body) {
        Map<String, String> changed = new LinkedHashMap<>(rules);
        changed.put(name, body);
        return new ParkingItem(files, headers, changed, steps)
                .yaml(
                        "rules: [" + String.join(", ", rules.keySet()) + "]",
                        "rules: [" + String.join(", ", changed.keySet()) + "]");
    }

    /** With a rule that flags the plate with this word, so that one sees which version was asked. */
    public ParkingItem says(String word) {
        return rule("plate", saying(word));
    }

    /** What such a rule ends with. */
    public static String saying(String word) {
        return "return List.of(Finding.flags(\"/plate\", \"plate.bad\", \"" + word + "\"));";
    }

    /** With a rule that has nothing to say about the samples, so that it comes in, and shows what it is later. */
    public ParkingItem lateRule(String name, String body) {
        return rule(name, "if (application.has(\"letter\")) return List.of();\n" + body);
    }

    /** With a rule in the code that the definition does not name. */
    public ParkingItem secretRule(String name, String body) {
        Map<String, String> changed = new LinkedHashMap<>(rules);
        changed.put(name, body);
        return new ParkingItem(files, headers, changed, steps);
    }

    /** With an automatic step "look"; the body is that of {@code Review review(Application application, String step)}. */
    public ParkingItem automaticLook(String name, String body) {
        Map<String, String> changed = new LinkedHashMap<>(steps);
        changed.put(name, body);
        return new ParkingItem(files, headers, rules, changed)
                .yaml("    post: review\n", "    post: review\n    automatic: " + name + "\n");
    }

    public ItemFiles files() {
        return new ItemFiles("test.parking", files);
    }

    Map<String, String> entries() {
        return files;
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, String> rules() {
        return rules;
    }

    Map<String, String> steps() {
        return steps;
    }

    /** The line of item.yaml or extension.yaml on which something stands first. */
    public int line(String what) {
        return line(definition(), what);
    }

    /** The line of a file on which something stands first. */
    public int line(String path, String what) {
        List<String> lines = files.get(path).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(what)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(path + " has no " + what);
    }

    private String definition() {
        return files.containsKey("OPENHALL-INF/extension.yaml")
                ? "OPENHALL-INF/extension.yaml"
                : "OPENHALL-INF/item.yaml";
    }

    private ParkingItem edit(String path, UnaryOperator<String> change) {
        Map<String, String> changed = new LinkedHashMap<>(files);
        changed.put(path, change.apply(files.getOrDefault(path, "")));
        return new ParkingItem(changed, headers, rules, steps);
    }
}
