package org.openhall.forms.internal;

import java.util.HashMap;
import java.util.Map;

/** The item's texts, by language and key. */
final class Texts {

    private final Map<String, Map<String, String>> byLanguage;

    Texts(Map<String, Map<String, String>> byLanguage) {
        Map<String, Map<String, String>> copy = new HashMap<>();
        byLanguage.forEach((language, texts) -> copy.put(language, Map.copyOf(texts)));
        this.byLanguage = Map.copyOf(copy);
    }

    /** The text, or "" when there is none. */
    String get(String language, String key) {
        Map<String, String> texts = byLanguage.get(language);
        return texts == null ? "" : texts.getOrDefault(key, "");
    }

    Map<String, String> all(String language) {
        return byLanguage.getOrDefault(language, Map.of());
    }

    String label(String language, Place place) {
        return get(language, "field." + place.key() + ".label");
    }

    String option(String language, Place place, Choice choice) {
        String own = get(language, "field." + place.key() + ".option." + choice.posted());
        return own.isEmpty() ? choice.title() : own;
    }
}
