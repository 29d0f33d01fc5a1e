package org.openhall.portal.internal.view;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.openhall.portal.internal.http.BundleFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hall's own words: {@code i18n/<lang>.properties} and {@code i18n/<area>.<lang>.properties} in one. Safe for many threads. */
public final class Texts {

    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);

    private static final Map<String, Locale> LOCALES = Map.of("zh", Locale.CHINESE, "en", Locale.ENGLISH);

    private final Map<String, Map<String, String>> words;
    private final boolean strict;

    private Texts(Map<String, Map<String, String>> words, boolean strict) {
        this.words = words;
        this.strict = strict;
    }

    /**
     * Reads all words.
     *
     * @param strict whether a missing key is an error; otherwise the key is shown and logged
     * @return the texts
     * @throws IllegalStateException when two files say the same key
     */
    public static Texts load(boolean strict) {
        Map<String, Map<String, String>> words = Map.of("zh", new HashMap<>(), "en", new HashMap<>());
        BundleFiles.of("i18n").forEach((file, bytes) -> {
            String language = file.replaceFirst("\\.properties$", "");
            language = language.substring(language.lastIndexOf('.') + 1);
            Map<String, String> all = words.get(language);
            properties(bytes).forEach((key, text) -> {
                if (all.put((String) key, (String) text) != null) {
                    throw new IllegalStateException(file + " says again: " + key);
                }
            });
        });
        return new Texts(words, strict);
    }

    /**
     * A text.
     *
     * @param language "zh" or "en"
     * @param key of the text
     * @param arguments fill {0}, {1} …
     * @return the text
     */
    public String text(String language, String key, Object... arguments) {
        String pattern = words.get(language).get(key);
        if (pattern == null) {
            if (strict) {
                throw new IllegalArgumentException("There is no text " + key + " in " + language);
            }
            LOG.warn("There is no text {} in {}", key, language);
            return key;
        }
        // An apostrophe is an apostrophe here; nobody needs the quoting of MessageFormat.
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern.replace("'", "''"), LOCALES.get(language)).format(arguments);
    }

    /**
     * Whether there is a text.
     *
     * @param language "zh" or "en"
     * @param key of the text
     * @return true when there is
     */
    public boolean has(String language, String key) {
        return words.get(language).containsKey(key);
    }

    /** All keys of a language, for tests. */
    Set<String> keys(String language) {
        return new TreeSet<>(words.get(language).keySet());
    }

    private static Properties properties(byte[] bytes) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
