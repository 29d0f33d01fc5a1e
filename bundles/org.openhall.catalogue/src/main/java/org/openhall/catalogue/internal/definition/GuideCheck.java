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
                            + " 'condition.<n>'.",
                    "指南没有写受理条件，请在“conditions”写明有几条，每一条写成文字 condition.<n>。");
        }
        if (guide.fee().equals("unstated") && !guide.sample()) {
            defect(
                    "guide.fee",
                    "The guide does not say whether there is a fee; set 'fee' to none or charged.",
                    "指南没有说是否收费，请把“fee”写成 none 或 charged。");
        }
        if (guide.legalBases().isEmpty() && !guide.sample()) {
            defect(
                    "guide.legalBases",
                    "The guide names no legal basis; add at least one to 'legalBases'.",
                    "指南没有写设定依据，请在“legalBases”至少写一条。");
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
                                    + "=…'.",
                            "缺少文字“" + key + "”，请写明材料怎么准备：加一行“" + key + "=…”。"));
            Optional.ofNullable(present.get("summary"))
                    .filter(summary -> !summary.isBlank() && summary.equals(present.get("name")))
                    .ifPresent(summary -> defects.add(
                            ItemTexts.file(language),
                            0,
                            "The text 'summary' only repeats 'name'; say in a sentence what the item is for.",
                            "文字“summary”只是重复“name”，请用一句话说明这个事项办什么。"));
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
                                + " days.",
                        "承诺时限比法定时限长，最多承诺 " + statutory.days() + " 天。"));
    }

    private void defect(String path, String message, String chinese) {
        defects.add(ItemFiles.YAML, lines.getOrDefault(path, lines.getOrDefault("guide", 0)), message, chinese);
    }
}
