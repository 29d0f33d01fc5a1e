package org.openhall.catalogue.internal.definition;

import java.io.IOException;
import java.io.StringReader;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.openhall.api.catalogue.ItemDefinition;

/** The translations of an item: {@code i18n/zh.properties} and {@code i18n/en.properties}, in UTF-8. */
final class ItemTexts {

    static final List<String> LANGUAGES = List.of("zh", "en");

    /** Outcomes that the hall itself has words for. */
    static final Set<String> ACTIONS =
            Set.of("accept", "decline", "pass", "fail", "approve", "refuse", "issue", "complete");

    /** The form fills its own texts, by names such as {@code {label}}. */
    private static final String OF_THE_FORM = "field.";

    /** More than any rule gives; all arguments are texts. */
    private static final Object[] ARGUMENTS =
            Stream.generate(() -> "-").limit(20).toArray();

    private ItemTexts() {}

    /** The texts by language, then by key. */
    static Map<String, Map<String, String>> read(Map<String, String> files, Defects defects) {
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            String content = files.get(file(language));
            if (content == null) {
                defects.add(
                        file(language),
                        0,
                        "The file is missing; add it with all texts of the item.",
                        "缺少这个文件，请补上，写入事项的全部文字。");
            }
            texts.put(language, properties(file(language), content == null ? "" : content, defects));
        }
        return Map.copyOf(texts);
    }

    /** Notes the texts that the definition calls for and a language lacks. */
    static void check(ItemDefinition definition, Map<String, Map<String, String>> texts, Defects defects) {
        for (String language : LANGUAGES) {
            Map<String, String> present = texts.getOrDefault(language, Map.of());
            if (!present.isEmpty()) {
                required(definition).stream()
                        .filter(key -> present.getOrDefault(key, "").isBlank())
                        .forEach(key -> defects.add(
                                file(language),
                                0,
                                "The text '" + key + "' is missing; add a line '" + key + "=…'.",
                                "缺少文字“" + key + "”，请加一行“" + key + "=…”。"));
            }
        }
    }

    /** Notes the texts that a rule may speak with and that cannot be filled. */
    static void patterns(Map<String, String> files, Map<String, Map<String, String>> texts, Defects defects) {
        texts.forEach((language, present) -> present.entrySet().stream()
                .filter(text -> text.getValue().contains("{"))
                .filter(text -> !text.getKey().startsWith(OF_THE_FORM))
                .filter(text -> !fills(language, text.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(key -> defects.add(
                        file(language),
                        line(files.getOrDefault(file(language), ""), key),
                        "The text '" + key + "' cannot be filled; write {0}, {1} … where an argument of the rule goes,"
                                + " and no other braces.",
                        "文字“" + key + "”不能填入内容；规则的参数写成 {0}、{1} …，不要有别的花括号。")));
    }

    private static boolean fills(String language, String text) {
        try {
            // an apostrophe is an apostrophe, as it is where findings are shown
            new MessageFormat(text.replace("'", "''"), Locale.forLanguageTag(language)).format(ARGUMENTS);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Where a text stands: the last line that begins with its key, 0 when the key is written with escapes. */
    static int line(String content, String key) {
        List<String> lines = content.lines().map(String::stripLeading).toList();
        for (int i = lines.size(); i > 0; i--) {
            String line = lines.get(i - 1);
            if (line.startsWith(key) && line.substring(key.length()).matches("\\s*[=:].*|\\s.*")) {
                return i;
            }
        }
        return 0;
    }

    static String file(String language) {
        return ItemFiles.FOLDER + "i18n/" + language + ".properties";
    }

    /** Keys of the texts that a definition calls for. */
    static List<String> required(ItemDefinition definition) {
        List<String> keys = new ArrayList<>(List.of("name", "summary"));
        if (definition.guide().sample()) {
            keys.add("sample.note");
        }
        if (definition.guide().fee().equals("charged")) {
            keys.add("fee");
        }
        for (int n = 1; n <= definition.guide().conditions(); n++) {
            keys.add("condition." + n);
        }
        definition.materials().forEach(material -> keys.add("material." + material.code() + ".name"));
        definition.steps().values().forEach(step -> {
            keys.add("step." + step.id() + ".name");
            step.outcomes().keySet().stream()
                    .filter(outcome -> !ACTIONS.contains(outcome))
                    .forEach(outcome -> keys.add("outcome." + outcome));
        });
        definition.documents().forEach(document -> keys.add("document." + document + ".name"));
        for (int n = 1; n <= definition.faq(); n++) {
            keys.add("faq." + n + ".question");
            keys.add("faq." + n + ".answer");
        }
        return keys.stream().distinct().toList();
    }

    private static Map<String, String> properties(String file, String content, Defects defects) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(content));
        } catch (IllegalArgumentException e) {
            defects.add(
                    file,
                    0,
                    "The file has a malformed \\u escape; write the character itself, the file is UTF-8.",
                    "文件里有不完整的 \\u 转义，请直接写字符，文件是 UTF-8。");
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        properties.forEach((key, value) -> texts.put((String) key, (String) value));
        return Map.copyOf(texts);
    }
}
