package org.openhall.api.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to look for in the catalogue.
 *
 * @param words searched in name, department and aliases; may be empty
 * @param regions codes; empty for all
 * @param departments codes; empty for all
 * @param subjects "natural" or "legal"; empty for all
 * @param themes names; empty for all
 * @param powerTypes names; empty for all
 * @param online true for only what can be filed online, false for only what cannot
 * @param limit 1–100
 * @param after from {@code Page.next}
 */
public record ItemQuery(
        String words,
        List<String> regions,
        List<String> departments,
        List<String> subjects,
        List<String> themes,
        List<String> powerTypes,
        Optional<Boolean> online,
        int limit,
        Optional<String> after) {

    public ItemQuery {
        Objects.requireNonNull(words, "words");
        regions = List.copyOf(regions);
        departments = List.copyOf(departments);
        subjects = List.copyOf(subjects);
        themes = List.copyOf(themes);
        powerTypes = List.copyOf(powerTypes);
    }
}
