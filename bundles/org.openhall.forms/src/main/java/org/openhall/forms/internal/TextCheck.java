package org.openhall.forms.internal;

import java.util.List;
import java.util.regex.Pattern;
import org.openhall.forms.internal.Element.Ask;
import org.openhall.forms.internal.Element.Step;

/** Refuses a form that lacks words in one of the hall's languages. */
final class TextCheck {

    static final List<String> LANGUAGES = List.of("zh", "en");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern OURS = Pattern.compile("(page|group|label|field)\\..+");

    private final String directory;
    private final Texts texts;
    private final Defects defects;

    TextCheck(String schemaFile, Texts texts, Defects defects) {
        this.directory = schemaFile.substring(0, schemaFile.lastIndexOf('/') + 1);
        this.texts = texts;
        this.defects = defects;
    }

    void check(List<Step> steps) {
        for (Step step : steps) {
            need("page." + step.id() + ".title");
            elements(step.elements());
        }
        for (String language : LANGUAGES) {
            for (String other : LANGUAGES) {
                texts.all(language).keySet().stream()
                        .filter(key -> OURS.matcher(key).matches())
                        .filter(key -> !key.contains(".option.") || key.endsWith(".hint"))
                        .sorted()
                        .forEach(key -> need(other, key));
            }
        }
    }

    private void elements(List<Element> elements) {
        for (Element element : elements) {
            if (element instanceof Element.Box box) {
                if (box.group()) {
                    need("group." + box.i18n() + ".title");
                }
                elements(box.elements());
            } else if (element instanceof Element.Words words) {
                need("label." + words.i18n() + ".text");
            } else if (element instanceof Element.Question question) {
                ask(question.ask());
                elements(question.detail());
            }
        }
    }

    private void ask(Ask ask) {
        need("field." + ask.place().key() + ".label");
        for (Choice choice : ask.place().choices()) {
            for (String language : LANGUAGES) {
                // A title from the schema serves where it can be read.
                boolean titled = !choice.title().isEmpty()
                        && (language.equals("zh")
                                || !HAN.matcher(choice.title()).find());
                if (!titled) {
                    need(language, "field." + ask.place().key() + ".option." + choice.posted());
                }
            }
        }
        if (!ask.options().suffix().isEmpty()) {
            need(ask.options().suffix());
        }
    }

    private void need(String key) {
        LANGUAGES.forEach(language -> need(language, key));
    }

    private void need(String language, String key) {
        if (texts.get(language, key).isBlank()) {
            defects.add(
                    directory + "i18n/" + language + ".properties",
                    0,
                    "The text " + key + " is missing. Add a line for it.",
                    "缺少文字 " + key + "，请加一行。");
        }
    }
}
