package org.openhall.catalogue.internal.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.openhall.catalogue.internal.definition.ItemFiles;

/** A little item of the tests: a permit to park, asked for with a number plate. Every {@code with…} gives a changed copy. */
public final class ParkingItem {

    private static final String YAML = """
            item: parking
            version: 1.0.0
            serves: [parking-permit]
            implementations:
              - code: parking-permit
                name: 停车许可
                department: {code: traffic, name: 交通局}
                region: {code: "110000", name: 北京市}
                themes: [交通出行]
            guide:
              subjects: [natural]
              online: full
              visits: 0
              fee: none
              conditions: 1
              legalBases: [{title: 停车管理办法第一条}]
            limits:
              promised: {days: 3, unit: working}
            materials:
              letter:
                need: conditional
                when: {scope: "#/properties/agent", schema: {const: true}}
                accepts: [pdf]
                maxSize: 20 MB
            start: [intake]
            steps:
              intake:
                post: intake
                outcomes:
                  accept: {to: [look], marks: accepted, clock: start}
                  decline: {end: declined, opinion: required}
              look:
                post: review
                outcomes:
                  good: {end: completed, document: permit}
            rules: []
            documents: [permit]
            faq: 1
            """;

    private static final String SCHEMA = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "properties": {
                "plate": {"type": "string", "minLength": 1, "maxLength": 10},
                "agent": {"type": "boolean"}
              },
              "required": ["plate"],
              "additionalProperties": false
            }
            """;

    private static final String UI = """
            {
              "type": "Categorization",
              "elements": [
                {
                  "type": "Category",
                  "i18n": "car",
                  "elements": [
                    {"type": "Control", "scope": "#/properties/plate"},
                    {"type": "Control", "scope": "#/properties/agent"}
                  ]
                }
              ]
            }
            """;

    private static final String TEXTS = """
            name=停车许可 Parking permit
            summary=Park here.
            aliases=车位 garage
            condition.1=You have a car.
            step.intake.name=Intake
            step.look.name=Look
            outcome.good=Looks good
            document.permit.name=Permit
            material.letter.name=Letter
            faq.1.question=How long?
            faq.1.answer=A day.
            page.car.title=Car
            field.plate.label=Plate
            field.agent.label=Agent
            plate.bad=This plate cannot be
            material.letter.hint=Signed by the owner.
            """;

    private static final String ACCEPTED = """
            {
              "applicant": "natural",
              "answers": {"plate": "A 1", "agent": true},
              "materials": ["letter"],
              "acts": ["accept"],
              "state": "accepted"
            }
            """;

    private static final String EXTENSION = """
            extension: KEY
            version: 1.0.0
            extends: {item: parking, versions: "[1.0,2)"}
            order: 100
            rules: []
            steps:
              look:
                at: intake.accept
                post: review
                outcomes:
                  safe: {onward: true}
                  unsafe: {end: refused, opinion: required}
            """;

    private static final String EXTENSION_TEXTS = """
            name=The KEY 扩展
            summary=Looks once more.
            step.look.name=The KEY looks
            outcome.safe=Safe
            outcome.unsafe=Unsafe
            said=The KEY says {0}
            """;

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
        files.put("OPENHALL-INF/item.yaml", YAML);
        files.put("OPENHALL-INF/form.schema.json", SCHEMA);
        files.put("OPENHALL-INF/form.ui.json", UI);
        files.put("OPENHALL-INF/i18n/zh.properties", TEXTS);
        files.put("OPENHALL-INF/i18n/en.properties", TEXTS);
        files.put("OPENHALL-INF/documents/permit.ftlh", "<p>Permit</p>");
        files.put("OPENHALL-INF/samples/accepted.json", ACCEPTED);
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
        files.put("OPENHALL-INF/extension.yaml", EXTENSION.replace("KEY", key));
        files.put("OPENHALL-INF/i18n/zh.properties", EXTENSION_TEXTS.replace("KEY", key));
        files.put("OPENHALL-INF/i18n/en.properties", EXTENSION_TEXTS.replace("KEY", key));
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
