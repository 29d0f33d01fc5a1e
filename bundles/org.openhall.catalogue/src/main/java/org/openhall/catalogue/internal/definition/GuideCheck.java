package org.openhall.catalogue.internal.definition;

import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Guide;
import org.openhall.api.catalogue.ItemDefinition.Limits;

/**
 * Looks whether the guide says what a citizen must know before applying: who may (subjects), under which conditions, with which materials and
 * how each is made, on which legal basis, at what cost, how long it takes. A sample item, which says so on its guide, may leave basis and
 * cost open.
 */
final class GuideCheck {

    private final ItemDefinition definition;
    private final Map<String, Map<String, String>> texts;
    private final Map<String, Integer> lines;
    private final Defects defects;

    GuideCheck(
            ItemDefinition definition,
            Map<String, Map<String, String>> texts,
            Map<String, Integer> lines,
            Defects defects) {
        this.definition = definition;
        this.texts = texts;
        this.lines = lines;
        this.defects = defects;
    }

    void check() {
        Guide guide = definition.guide();
        if (!lines.containsKey("guide")) {
            return;
        }
        if (guide.conditions() == 0) {
            defect(
                    "guide.conditions",
                    "The guide names no condition; say how many there are under 'conditions' and write each as the text"
                            + " 'condition.<n>'.");
        }
        if (guide.fee().equals("unstated") && !guide.sample()) {
            defect("guide.fee", "The guide does not say whether there is a fee; set 'fee' to none or charged.");
        }
        if (guide.legalBases().isEmpty() && !guide.sample()) {
            defect("guide.legalBases", "The guide names no legal basis; add at least one to 'legalBases'.");
        }
        limits(definition.limits());
        texts.forEach((language, present) -> {
            if (present.isEmpty()) {
                return;
            }
            definition.materials().stream()
                    .map(material -> "material." + material.code() + ".hint")
                    .filter(key -> present.getOrDefault(key, "").isBlank())
                    .forEach(key -> defects.add(
                            ItemTexts.file(language),
                            0,
                            "The text '" + key + "' is missing; say how the material is made: add a line '" + key
                                    + "=…'."));
            Optional.ofNullable(present.get("summary"))
                    .filter(summary -> !summary.isBlank() && summary.equals(present.get("name")))
                    .ifPresent(summary -> defects.add(
                            ItemTexts.file(language),
                            0,
                            "The text 'summary' only repeats 'name'; say in a sentence what the item is for."));
        });
    }

    private void limits(Limits limits) {
        limits.statutory()
                .filter(statutory -> statutory.unit() == limits.promised().unit())
                .filter(statutory -> statutory.days() < limits.promised().days())
                .ifPresent(statutory -> defects.add(
                        ItemFiles.YAML,
                        lines.getOrDefault("limits.promised", 0),
                        "The promised limit is longer than the statutory one; promise at most " + statutory.days()
                                + " days."));
    }

    private void defect(String path, String message) {
        defects.add(ItemFiles.YAML, lines.getOrDefault(path, lines.getOrDefault("guide", 0)), message);
    }
}
