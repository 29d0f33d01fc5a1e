package org.openhall.catalogue.internal.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemDefinition.Need;

/** Reads {@code materials} of {@code item.yaml}. */
final class MaterialsReader {

    private static final List<String> TYPES = List.of("pdf", "jpg", "png", "doc", "docx", "xls", "xlsx");
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5}) ?(KB|MB)");
    private static final long LARGEST = 300L * 1024 * 1024;

    private MaterialsReader() {}

    static List<MaterialSpec> read(YamlValue value) {
        List<MaterialSpec> materials = new ArrayList<>();
        value.map().forEach((code, material) -> {
            if (!code.matches("[a-z][a-z0-9-]{0,59}")) {
                material.defect(
                        "'" + code + "' is no code of a material; use lower-case letters, digits and '-'.",
                        "“" + code + "”不是材料代码，请用小写字母、数字和“-”。");
            }
            materials.add(material(code, material));
        });
        return List.copyOf(materials);
    }

    private static MaterialSpec material(String code, YamlValue value) {
        Map<String, YamlValue> entries = value.map("need", "when", "accepts", "maxFiles", "maxSize");
        Need need = value.need(entries, "need")
                .flatMap(word -> word.word(List.of("required", "optional", "conditional")))
                .map(word -> Need.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Need.OPTIONAL);
        if (need == Need.CONDITIONAL && !entries.containsKey("when")) {
            value.defect(
                    "'" + code + "' is conditional and does not say when; add 'when' with scope and schema.",
                    "“" + code + "”是视情况提交的，却没有写什么情况；请加上“when”，写 scope 和 schema。");
        }
        if (need != Need.CONDITIONAL && entries.containsKey("when")) {
            value.defect(
                    "'when' only goes with 'need: conditional'; change one of them.",
                    "“when”只和“need: conditional”一起用，请改其中一个。");
        }
        return new MaterialSpec(
                code,
                need,
                Optional.ofNullable(entries.get("when"))
                        .map(MaterialsReader::condition)
                        .orElse(Map.of()),
                value.need(entries, "accepts").map(MaterialsReader::types).orElse(List.of()),
                Optional.ofNullable(entries.get("maxFiles"))
                        .flatMap(number -> number.number(1, 100))
                        .orElse(1),
                value.need(entries, "maxSize").flatMap(MaterialsReader::size).orElse(LARGEST));
    }

    private static Map<String, Object> condition(YamlValue value) {
        Map<String, YamlValue> entries = value.map("scope", "schema");
        Optional<String> scope = value.need(entries, "scope").flatMap(text -> text.text(300));
        Optional<YamlValue> schema = value.need(entries, "schema");
        if (scope.isEmpty() || schema.isEmpty()) {
            return Map.of();
        }
        return Map.of("scope", scope.get(), "schema", schema.get().plain());
    }

    private static List<String> types(YamlValue value) {
        List<String> types = new ArrayList<>();
        List<YamlValue> values = value.list();
        values.forEach(type -> type.word(TYPES).ifPresent(types::add));
        if (values.isEmpty()) {
            value.defect("'accepts' is empty; name at least one file type.", "“accepts”是空的，请至少写一种文件类型。");
        }
        return List.copyOf(types);
    }

    private static Optional<Long> size(YamlValue value) {
        return value.text(20).flatMap(text -> {
            Matcher size = SIZE.matcher(text);
            long bytes = size.matches()
                    ? Long.parseLong(size.group(1)) * (size.group(2).equals("KB") ? 1024 : 1024 * 1024)
                    : 0;
            if (bytes == 0 || bytes > LARGEST) {
                value.defect(
                        "'" + text + "' is no size of a file; write it as '500 KB' or '20 MB', at most 300 MB.",
                        "“" + text + "”不是文件大小，请写成 500 KB 或 20 MB，最大 300 MB。");
                return Optional.empty();
            }
            return Optional.of(bytes);
        });
    }
}
