package org.openhall.catalogue.internal.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Limits;
import org.openhall.api.catalogue.Limit;
import org.openhall.api.catalogue.Version;

/**
 * Reads {@code item.yaml}. What is wrong goes to the defects and is replaced by something harmless, so that the checks after this one
 * find what else is wrong; a definition with defects is never used for anything else.
 */
final class DefinitionReader {

    static final Limit ONE_DAY = new Limit(1, Limit.Unit.WORKING);

    private DefinitionReader() {}

    static ItemDefinition read(YamlValue root) {
        Map<String, YamlValue> top = root.map(
                "item",
                "version",
                "serves",
                "implementations",
                "guide",
                "limits",
                "materials",
                "start",
                "steps",
                "rules",
                "documents",
                "faq");
        String item = root.need(top, "item").flatMap(YamlValue::name).orElse("");
        Version version =
                root.need(top, "version").flatMap(DefinitionReader::version).orElse(new Version(0, 0, 0));
        List<String> serves =
                root.need(top, "serves").map(DefinitionReader::serves).orElse(List.of());
        ItemDefinition.Guide guide =
                root.need(top, "guide").map(GuideReader::read).orElse(GuideReader.NONE);
        Limits limits =
                root.need(top, "limits").map(DefinitionReader::limits).orElse(new Limits(ONE_DAY, Optional.empty()));
        List<Implementation> implementations = Optional.ofNullable(top.get("implementations"))
                .map(value -> ImplementationsReader.read(value, serves, guide, limits, item))
                .orElse(List.of());
        List<String> documents = names(top, "documents");
        return new ItemDefinition(
                item,
                version,
                serves,
                implementations,
                guide,
                limits,
                Optional.ofNullable(top.get("materials"))
                        .map(MaterialsReader::read)
                        .orElse(List.of()),
                root.need(top, "start").map(YamlValue::names).orElse(List.of()),
                root.need(top, "steps")
                        .map(steps -> StepsReader.read(steps, documents))
                        .orElse(Map.of()),
                names(top, "rules"),
                documents,
                Optional.ofNullable(top.get("faq"))
                        .flatMap(faq -> faq.number(0, 50))
                        .orElse(0));
    }

    static Optional<Limit> limit(YamlValue value) {
        Map<String, YamlValue> entries = value.map("days", "unit");
        Optional<Integer> days = value.need(entries, "days").flatMap(number -> number.number(1, 2_000));
        Optional<String> unit = value.need(entries, "unit").flatMap(word -> word.word(List.of("working", "calendar")));
        if (days.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Limit(days.get(), unit.get().equals("working") ? Limit.Unit.WORKING : Limit.Unit.CALENDAR));
    }

    static List<String> names(Map<String, YamlValue> top, String key) {
        return Optional.ofNullable(top.get(key)).map(YamlValue::names).orElse(List.of());
    }

    static Optional<Version> version(YamlValue value) {
        return value.text(24).flatMap(text -> {
            try {
                return Optional.of(Version.parse(text));
            } catch (IllegalArgumentException e) {
                value.defect(
                        "'" + text + "' is no version; write major.minor.micro, such as 1.0.0.",
                        "“" + text + "”不是版本号，请写成 主.次.微，例如 1.0.0。");
                return Optional.empty();
            }
        });
    }

    private static List<String> serves(YamlValue value) {
        List<String> codes = new ArrayList<>();
        List<YamlValue> values = value.list();
        values.forEach(code -> code.text(80).ifPresent(codes::add));
        if (values.isEmpty()) {
            value.defect(
                    "'serves' is empty; name the catalogue or implementation codes that the item is for.",
                    "“serves”是空的，请写明这个事项对应的目录编码或实施编码。");
        }
        return List.copyOf(codes);
    }

    private static Limits limits(YamlValue value) {
        Map<String, YamlValue> entries = value.map("promised", "statutory");
        return new Limits(
                value.need(entries, "promised").flatMap(DefinitionReader::limit).orElse(ONE_DAY),
                Optional.ofNullable(entries.get("statutory")).flatMap(DefinitionReader::limit));
    }
}
