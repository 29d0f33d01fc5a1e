package org.openhall.catalogue.internal.definition;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Limits;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Defect;
import org.osgi.framework.VersionRange;

/** Makes an extension from its raw definition files: when it comes through the door, and again from the database. */
public final class ExtensionReader {

    private static final int ORDER = 100;
    private static final VersionRange NONE = VersionRange.valueOf("(0,0)");

    private ExtensionReader() {}

    /**
     * What came of reading.
     *
     * @param extension present when there is no defect
     * @param lines where the paths of {@code extension.yaml} stand
     * @param found all its defects
     */
    public record Reading(Optional<Extension> extension, Map<String, Integer> lines, Defects found) {

        /** All its defects. */
        public List<Defect> defects() {
            return found.all();
        }
    }

    /**
     * Reads an extension that is offered and notes all its defects.
     *
     * @param files the raw definition
     * @param sha256 of the bundle
     * @param key what the bundle calls the extension; empty when it does not say
     * @param version what the bundle calls its version; empty when it does not say
     */
    public static Reading offered(ItemFiles files, String sha256, String key, String version) {
        Reading reading = read(files, sha256);
        return new ExtensionCheck(files, reading, key, version).check();
    }

    /** Reads an extension that entered once. Only what cannot be read at all is a defect. */
    public static Reading stored(ItemFiles files, String sha256) {
        return read(files, sha256);
    }

    private static Reading read(ItemFiles files, String sha256) {
        Defects defects = new Defects();
        Map<String, Map<String, String>> texts = ItemTexts.read(files.files(), defects.by(Check.TEXTS));
        defects.by(Check.DEFINITION);
        Map<String, Integer> lines = new HashMap<>();
        String yaml = files.files().get(ItemFiles.EXTENSION);
        if (yaml == null) {
            defects.add(
                    ItemFiles.EXTENSION, 0, "The file is missing; describe the extension in it.", "缺少这个文件，请在里面描述扩展。");
            return new Reading(Optional.empty(), lines, defects);
        }
        YamlDocument document = new YamlDocument(ItemFiles.EXTENSION, defects);
        Optional<Extension> extension = document.read(yaml).map(root -> extension(root, sha256, texts));
        lines.putAll(document.lines());
        return new Reading(extension.filter(read -> defects.none()), lines, defects);
    }

    private static Extension extension(YamlValue root, String sha256, Map<String, Map<String, String>> texts) {
        Map<String, YamlValue> top = root.map("extension", "version", "extends", "order", "rules", "steps");
        String key = root.need(top, "extension").flatMap(YamlValue::name).orElse("");
        Version version =
                root.need(top, "version").flatMap(DefinitionReader::version).orElse(new Version(0, 0, 0));
        Optional<YamlValue> extended = root.need(top, "extends");
        Map<String, YamlValue> of =
                extended.map(value -> value.map("item", "versions")).orElse(Map.of());
        String item = extended.flatMap(value -> value.need(of, "item"))
                .flatMap(YamlValue::name)
                .orElse("");
        VersionRange versions = extended.flatMap(value -> value.need(of, "versions"))
                .flatMap(ExtensionReader::range)
                .orElse(NONE);
        int order = Optional.ofNullable(top.get("order"))
                .flatMap(value -> value.number(0, 100_000))
                .orElse(ORDER);
        Map<String, String> points = new LinkedHashMap<>();
        Map<String, Step> steps = Optional.ofNullable(top.get("steps"))
                .map(value -> ExtensionSteps.read(value, points))
                .orElse(Map.of());
        ItemDefinition definition = new ItemDefinition(
                key,
                version,
                List.of(),
                List.of(),
                GuideReader.NONE,
                new Limits(DefinitionReader.ONE_DAY, Optional.empty()),
                List.of(),
                List.of(),
                steps,
                DefinitionReader.names(top, "rules"),
                List.of(),
                0);
        return new Extension(
                new ItemVersion(definition, sha256, NoForm.NONE, texts, Map.of()), item, versions, order, points);
    }

    private static Optional<VersionRange> range(YamlValue value) {
        return value.text(60).flatMap(text -> {
            try {
                VersionRange range = VersionRange.valueOf(text);
                if (!range.isEmpty()) {
                    return Optional.of(range);
                }
                value.defect(
                        "No version lies in '" + text + "'; write a range such as \"[1.0,2)\".",
                        "“" + text + "”里没有任何版本，请写一个范围，例如 [1.0,2)。");
            } catch (IllegalArgumentException e) {
                value.defect(
                        "'" + text + "' is no range of versions; write one such as \"[1.0,2)\".",
                        "“" + text + "”不是版本范围，请写成 [1.0,2) 这样。");
            }
            return Optional.empty();
        });
    }
}
