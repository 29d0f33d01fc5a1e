package org.openhall.portal.internal.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Limit;
import org.openhall.api.catalogue.Version;
import org.openhall.api.json.Json;

/** One item for programs: guide, materials, form, steps, limits, versions, in one language. */
final class ItemDocument {

    private final Json json;
    private final String language;

    ItemDocument(Json json, String language) {
        this.json = json;
        this.language = language;
    }

    Map<String, Object> of(
            ItemsResource.Line line, Implementation offer, Optional<ItemVersion> version, List<Version> versions) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("implementation", line);
        document.put("code", offer.code());
        document.put(
                "name",
                version.map(item -> item.text(language, "name"))
                        .filter(text -> !text.isEmpty())
                        .orElse(offer.name()));
        document.put("online", version.isPresent());
        document.put("facts", offer.more());
        version.ifPresent(item -> describe(item, document));
        document.put("versions", versions);
        return document;
    }

    private void describe(ItemVersion item, Map<String, Object> document) {
        ItemDefinition definition = item.definition();
        document.put("item", definition.item());
        document.put("version", definition.version());
        document.put("guide", guide(item));
        document.put("limits", limits(definition.limits()));
        document.put(
                "materials",
                definition.materials().stream()
                        .map(spec -> material(item, spec))
                        .toList());
        document.put(
                "steps",
                definition.steps().values().stream()
                        .map(step -> step(item, step))
                        .toList());
        document.put(
                "form",
                Map.of(
                        "schema",
                        json.object(item.form().schema()),
                        "ui",
                        json.object(item.form().uiSchema())));
    }

    private Map<String, Object> guide(ItemVersion item) {
        ItemDefinition.Guide facts = item.definition().guide();
        Map<String, Object> guide = new LinkedHashMap<>();
        guide.put("summary", item.text(language, "summary"));
        guide.put("subjects", facts.subjects());
        guide.put("online", facts.online());
        guide.put("visits", facts.visits());
        guide.put("fee", facts.fee());
        guide.put("feeText", item.text(language, "fee"));
        guide.put("conditions", numbered(facts.conditions(), n -> item.text(language, "condition." + n)));
        guide.put("legalBases", facts.legalBases());
        guide.put("themes", facts.themes());
        guide.put("note", facts.sample() ? item.text(language, "sample.note") : "");
        guide.put(
                "faq",
                numbered(
                        item.definition().faq(),
                        n -> Map.of(
                                "question", item.text(language, "faq." + n + ".question"),
                                "answer", item.text(language, "faq." + n + ".answer"))));
        return guide;
    }

    private Map<String, Object> material(ItemVersion item, ItemDefinition.MaterialSpec spec) {
        Map<String, Object> material = new LinkedHashMap<>();
        material.put("code", spec.code());
        material.put("name", item.text(language, "material." + spec.code() + ".name"));
        material.put("hint", item.text(language, "material." + spec.code() + ".hint"));
        material.put("need", spec.need().name().toLowerCase(Locale.ROOT));
        if (!spec.when().isEmpty()) {
            material.put("when", spec.when());
        }
        material.put("accepts", spec.accepts());
        material.put("maxFiles", spec.maxFiles());
        material.put("maxBytes", spec.maxBytes());
        return material;
    }

    private Map<String, Object> step(ItemVersion item, ItemDefinition.Step step) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", step.id());
        view.put("name", item.text(language, "step." + step.id() + ".name"));
        view.put("hint", item.text(language, "step." + step.id() + ".hint"));
        view.put("post", step.post());
        step.limit().ifPresent(limit -> view.put("limit", limit(limit)));
        view.put("automatic", step.automatic().isPresent());
        view.put(
                "outcomes",
                step.outcomes().values().stream().map(ItemDocument::outcome).toList());
        return view;
    }

    static Map<String, Object> outcome(ItemDefinition.Outcome outcome) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("action", outcome.name());
        view.put("to", outcome.to());
        outcome.end().ifPresent(end -> view.put("end", end));
        view.put("opinionRequired", outcome.opinion());
        outcome.document().ifPresent(document -> view.put("document", document));
        return view;
    }

    private static Map<String, Object> limits(ItemDefinition.Limits limits) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("promised", limit(limits.promised()));
        limits.statutory().ifPresent(limit -> view.put("statutory", limit(limit)));
        return view;
    }

    static Map<String, Object> limit(Limit limit) {
        return Map.of("days", limit.days(), "unit", limit.unit().name().toLowerCase(Locale.ROOT));
    }

    private static <T> List<T> numbered(int count, java.util.function.IntFunction<T> text) {
        return IntStream.rangeClosed(1, count).mapToObj(text).toList();
    }
}
