package org.openhall.cases.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Texts of problems, in both languages. */
final class Words {

    private static final Logger LOG = LoggerFactory.getLogger(Words.class);
    private static final Map<String, Properties> TEXTS = Map.of("zh", load("zh"), "en", load("en"));

    private Words() {}

    /** A text of this bundle. */
    static String of(String language, String key, String... arguments) {
        return fill(language, TEXTS.getOrDefault(language, TEXTS.get("zh")).getProperty(key), List.of(arguments));
    }

    /** Fills the places of a text that an item's author wrote. */
    static String fill(String language, String text, List<String> arguments) {
        try {
            // An apostrophe is an apostrophe, as it is where the portal fills such texts.
            return new MessageFormat(text.replace("'", "''"), Locale.forLanguageTag(language))
                    .format(arguments.toArray());
        } catch (IllegalArgumentException broken) {
            LOG.warn("The text '{}' is no message format: {}", text, broken.getMessage());
            return text;
        }
    }

    private static Properties load(String language) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Words.class.getResourceAsStream(language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
