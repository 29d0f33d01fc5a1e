package org.openhall.catalogue.internal.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.ItemDefinition.Guide;
import org.openhall.api.catalogue.ItemDefinition.LegalBasis;

/** Reads {@code guide} of {@code item.yaml}. */
final class GuideReader {

    static final Guide NONE = new Guide(List.of(), "none", 0, "unstated", 0, List.of(), List.of(), false);

    private GuideReader() {}

    static Guide read(YamlValue value) {
        Map<String, YamlValue> entries =
                value.map("subjects", "online", "visits", "fee", "conditions", "legalBases", "themes", "sample");
        return new Guide(
                value.need(entries, "subjects").map(GuideReader::subjects).orElse(List.of()),
                value.need(entries, "online")
                        .flatMap(online -> online.word(List.of("full", "precheck", "none")))
                        .orElse("none"),
                value.need(entries, "visits")
                        .flatMap(visits -> visits.number(0, 99))
                        .orElse(0),
                value.need(entries, "fee")
                        .flatMap(fee -> fee.word(List.of("none", "charged", "unstated")))
                        .orElse("unstated"),
                Optional.ofNullable(entries.get("conditions"))
                        .flatMap(conditions -> conditions.number(0, 50))
                        .orElse(0),
                Optional.ofNullable(entries.get("legalBases"))
                        .map(GuideReader::legalBases)
                        .orElse(List.of()),
                Optional.ofNullable(entries.get("themes"))
                        .map(GuideReader::themes)
                        .orElse(List.of()),
                Optional.ofNullable(entries.get("sample"))
                        .flatMap(YamlValue::flag)
                        .orElse(false));
    }

    static List<String> themes(YamlValue value) {
        List<String> themes = new ArrayList<>();
        value.list().forEach(theme -> theme.text(60).ifPresent(themes::add));
        return List.copyOf(themes);
    }

    private static List<String> subjects(YamlValue value) {
        List<String> subjects = new ArrayList<>();
        List<YamlValue> values = value.list();
        values.forEach(subject -> subject.word(List.of("natural", "legal")).ifPresent(subjects::add));
        if (values.isEmpty()) {
            value.defect(
                    "'subjects' is empty; say who may apply: natural, legal or both.",
                    "“subjects”是空的，请写明谁可以申请：natural、legal 或两者。");
        }
        return List.copyOf(subjects);
    }

    private static List<LegalBasis> legalBases(YamlValue value) {
        List<LegalBasis> bases = new ArrayList<>();
        for (YamlValue basis : value.list()) {
            Map<String, YamlValue> entries = basis.map("title", "url");
            String title =
                    basis.need(entries, "title").flatMap(text -> text.text(300)).orElse("");
            bases.add(new LegalBasis(
                    title,
                    Optional.ofNullable(entries.get("url"))
                            .flatMap(GuideReader::url)
                            .orElse("")));
        }
        return List.copyOf(bases);
    }

    private static Optional<String> url(YamlValue value) {
        Optional<String> url = value.text(500);
        if (url.isPresent() && !url.get().matches("https?://[^\\s\"'<>]+")) {
            value.defect(
                    "'" + url.get() + "' is no web address; write it with https:// in front.",
                    "“" + url.get() + "”不是网址，请以 https:// 开头。");
            return Optional.empty();
        }
        return url;
    }
}
