package org.openhall.catalogue.internal.definition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Looks whether every text is there in every language, written for people and in the language it stands for. */
final class Translations {

    /** The form looks after its own texts. */
    private static final List<String> OF_THE_FORM = List.of("field.", "page.", "group.", "label.");

    /** Words to be found by are in whatever language people search in. */
    private static final String FOUND_BY = "aliases";

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "todo|tbd|tba|fixme|xxx+|placeholder|dummy|n/a|lorem ipsum|待定|待补充|待填写?|待完善|暂缺|占位|[.…?？—-]+");
    private static final Pattern MARK =
            Pattern.compile("\\b(TODO|TBD|FIXME)\\b|\\blorem ipsum\\b|待补充|待完善", Pattern.CASE_INSENSITIVE);
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z0-9]");

    private final Map<String, String> files;
    private final Map<String, Map<String, String>> texts;
    private final Defects defects;

    Translations(Map<String, String> files, Map<String, Map<String, String>> texts, Defects defects) {
        this.files = files;
        this.texts = texts;
        this.defects = defects;
    }

    /** Notes what is wrong, without the texts that the definition calls for: those are missed by {@link ItemTexts#check}. */
    void check(List<String> required) {
        Set<String> keys = new TreeSet<>();
        texts.values().forEach(present -> keys.addAll(present.keySet()));
        texts.forEach((language, present) -> {
            if (present.isEmpty()) {
                return;
            }
            keys.stream()
                    .filter(key -> !present.containsKey(key) && !required.contains(key))
                    .filter(key -> OF_THE_FORM.stream().noneMatch(key::startsWith))
                    .forEach(key -> defects.add(
                            ItemTexts.file(language),
                            0,
                            "The text '" + key + "' is there in the other language only; add a line '" + key
                                    + "=…', or take it out there.",
                            "文字“" + key + "”只有另一种语言有；请加一行“" + key + "=…”，或者在那边去掉。"));
            new TreeSet<>(present.keySet()).forEach(key -> written(language, key, present.get(key)));
        });
    }

    private void written(String language, String key, String text) {
        String plain = text.strip();
        if (PLACEHOLDER.matcher(plain.toLowerCase(Locale.ROOT)).matches()
                || MARK.matcher(plain).find()) {
            defect(language, key, "is a placeholder; write what people shall read.", "只是占位，请写给人看的内容。");
        } else if (language.equals("en")
                && !key.equals(FOUND_BY)
                && HAN.matcher(plain).find()
                && !LATIN.matcher(plain).find()) {
            defect(language, key, "is Chinese; translate it.", "是中文，请翻译。");
        }
    }

    private void defect(String language, String key, String what, String chinese) {
        String file = ItemTexts.file(language);
        defects.add(
                file,
                ItemTexts.line(files.getOrDefault(file, ""), key),
                "The text '" + key + "' " + what,
                "文字“" + key + "”" + chinese);
    }
}
