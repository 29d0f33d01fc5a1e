package org.openhall.forms.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.openhall.api.forms.PageModel.Control;
import org.openhall.forms.internal.Element.Ask;

/** Says what is wrong: names the question and how to mend the answer. */
final class Sentences {

    private static final Map<String, Map<String, String>> ALL = Map.of("zh", read("zh"), "en", read("en"));

    private final Blueprint form;
    private final String language;

    Sentences(Blueprint form, String language) {
        this.form = form;
        this.language = language(language);
    }

    /** Chinese unless English is asked for. */
    static String language(String asked) {
        return asked.equals("en") ? "en" : "zh";
    }

    String plain(String key) {
        return ALL.get(language).get(key);
    }

    /** Why an answer is missed: the choice that brought up the question comes first. */
    String required(Ask ask) {
        if (ask.known()) {
            return say("known.missing", ask, Map.of());
        }
        String own = own(ask, "required");
        if (!own.isEmpty()) {
            return own;
        }
        String key = switch (ask.place().kind()) {
            case CHOICE -> "required.choice";
            case CHOICES -> "required.choices";
            case BOOLEAN -> ask.control() == Control.CHECKBOX ? "agree" : "required.choice";
            case ROWS -> "required.rows";
            default -> ask.control() == Control.REGION ? "required.choice" : "required";
        };
        String said = say(key, ask, Map.of());
        String because = because(ask);
        return because.isEmpty() || language.equals("zh") ? because + said : because + inner(said);
    }

    String fault(Ask ask, Fault fault) {
        String own = own(ask, fault.code());
        if (!own.isEmpty()) {
            return own;
        }
        String said = say(fault.sentence(), ask, fault.args());
        return ask.known() ? fill(plain("known.wrong"), ask, Map.of("what", said)) : said;
    }

    /** The author's own sentence, when the item has one. */
    private String own(Ask ask, String code) {
        return form.texts().get(language, "field." + ask.place().key() + ".problem." + code);
    }

    private String because(Ask ask) {
        for (int i = ask.rules().size() - 1; i >= 0; i--) {
            Rule rule = ask.rules().get(i);
            if (rule.effect() == Rule.Effect.SHOW && rule.condition() instanceof Condition.Where where) {
                Optional<Choice> choice = where.constant().flatMap(where.place()::choice);
                if (choice.isPresent()) {
                    return plain("because.choice")
                            .replace("{option}", form.texts().option(language, where.place(), choice.get()));
                }
                if (where.constant().equals(Optional.of(true))) {
                    return plain("because.tick")
                            .replace("{option}", form.texts().label(language, where.place()));
                }
            }
        }
        return "";
    }

    private String say(String key, Ask ask, Map<String, String> args) {
        return fill(plain(key), ask, args);
    }

    private String fill(String pattern, Ask ask, Map<String, String> args) {
        String label = form.texts().label(language, ask.place());
        String suffix = ask.options().suffix().isEmpty()
                ? ""
                : " " + form.texts().get(language, ask.options().suffix());
        String filled = pattern.replace("{suffix}", suffix);
        for (Map.Entry<String, String> arg : args.entrySet()) {
            filled = filled.replace("{" + arg.getKey() + "}", arg.getValue());
        }
        filled = filled.replace("{Label}", label).replace("{label}", inner(label));
        return plural(filled);
    }

    /** A label within an English sentence; abbreviations and single letters stay as they are. */
    private String inner(String label) {
        boolean word = language.equals("en") && label.length() > 1 && Character.isLowerCase(label.charAt(1));
        return word ? Character.toLowerCase(label.charAt(0)) + label.substring(1) : label;
    }

    /** One is counted in words: 少了一位, one digit. */
    private String plural(String sentence) {
        return language.equals("en")
                ? sentence.replaceAll("\\b1 (digit|character|decimal place)s", "one $1")
                : sentence.replaceAll("(少了|多了) 1 位", "$1一位");
    }

    private static Map<String, String> read(String language) {
        try (InputStream in = Sentences.class.getResourceAsStream("sentences_" + language + ".properties");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> map = new HashMap<>();
            for (String name : List.copyOf(properties.stringPropertyNames())) {
                map.put(name, properties.getProperty(name));
            }
            return Map.copyOf(map);
        } catch (IOException lost) {
            throw new UncheckedIOException("The sentences for " + language + " cannot be read", lost);
        }
    }
}
