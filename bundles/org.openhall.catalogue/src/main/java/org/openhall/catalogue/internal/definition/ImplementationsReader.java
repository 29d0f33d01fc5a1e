package org.openhall.catalogue.internal.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemDefinition.Guide;
import org.openhall.api.catalogue.ItemDefinition.Limits;
import org.openhall.api.catalogue.Limit;

/** Reads the rows of the implementation list that an item brings along. */
final class ImplementationsReader {

    private final List<String> serves;
    private final Guide guide;
    private final Limits limits;
    private final String item;

    private ImplementationsReader(List<String> serves, Guide guide, Limits limits, String item) {
        this.serves = serves;
        this.guide = guide;
        this.limits = limits;
        this.item = item;
    }

    static List<Implementation> read(YamlValue value, List<String> serves, Guide guide, Limits limits, String item) {
        ImplementationsReader reader = new ImplementationsReader(serves, guide, limits, item);
        List<Implementation> rows = new ArrayList<>();
        for (YamlValue row : value.list()) {
            rows.add(reader.row(row));
        }
        return List.copyOf(rows);
    }

    private Implementation row(YamlValue value) {
        Map<String, YamlValue> entries = value.map(
                "code", "catalogueCode", "name", "department", "region", "powerType", "themes", "subjects", "more");
        String code = value.need(entries, "code").flatMap(text -> text.text(80)).orElse("");
        String catalogueCode = optional(entries, "catalogueCode", 80);
        if (!serves.contains(code) && !serves.contains(catalogueCode)) {
            value.defect(
                    "The item does not serve '" + code + "'; add the code to 'serves' or leave the row out.",
                    "事项不对应“" + code + "”，请把编码加到“serves”，或者去掉这一行。");
        }
        Place department = place(value, entries, "department", 40, 200);
        Place region = place(value, entries, "region", 12, 100);
        return new Implementation(
                code,
                catalogueCode,
                value.need(entries, "name").flatMap(text -> text.text(300)).orElse(""),
                department.code(),
                department.name(),
                region.code(),
                region.name(),
                optional(entries, "powerType", 40),
                subjects(entries),
                Optional.ofNullable(entries.get("themes"))
                        .map(GuideReader::themes)
                        .orElse(guide.themes()),
                workingDays(Optional.of(limits.promised())),
                workingDays(limits.statutory()),
                OptionalInt.of(guide.visits()),
                item,
                more(entries));
    }

    private record Place(String code, String name) {}

    private static Place place(YamlValue row, Map<String, YamlValue> entries, String key, int longCode, int longName) {
        return row.need(entries, key)
                .map(value -> {
                    Map<String, YamlValue> parts = value.map("code", "name");
                    return new Place(
                            value.need(parts, "code")
                                    .flatMap(code -> code.text(longCode))
                                    .orElse(""),
                            value.need(parts, "name")
                                    .flatMap(name -> name.text(longName))
                                    .orElse(""));
                })
                .orElse(new Place("", ""));
    }

    private List<String> subjects(Map<String, YamlValue> entries) {
        if (entries.containsKey("subjects")) {
            return GuideReader.themes(entries.get("subjects"));
        }
        return guide.subjects().stream()
                .map(subject -> subject.equals("natural") ? "自然人" : "法人")
                .toList();
    }

    private static Map<String, Object> more(Map<String, YamlValue> entries) {
        Map<String, Object> more = new LinkedHashMap<>();
        if (entries.containsKey("more")) {
            entries.get("more").map().forEach((key, value) -> more.put(key, value.plain()));
        }
        return more;
    }

    private static String optional(Map<String, YamlValue> entries, String key, int longest) {
        return Optional.ofNullable(entries.get(key))
                .flatMap(value -> value.text(longest))
                .orElse("");
    }

    private static OptionalInt workingDays(Optional<Limit> limit) {
        return limit.filter(found -> found.unit() == Limit.Unit.WORKING)
                .map(found -> OptionalInt.of(found.days()))
                .orElse(OptionalInt.empty());
    }
}
