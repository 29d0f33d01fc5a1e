package org.openhall.portal.internal.web.public_;

import freemarker.template.TemplateModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Limit;
import org.openhall.portal.internal.view.Words;

/** What a guide shows: facts of the implementation first, then of the item's version; what nobody states is left out. */
final class GuideModel {

    private final Implementation item;
    private final Optional<ItemVersion> version;
    private final boolean open;
    private final Words words;
    private final String language;
    private final Function<ItemVersion, TemplateModel> chart;

    /**
     * A guide.
     *
     * @param open whether the version takes filings; else it is the one that took them last
     * @param chart draws the flow chart of a version
     */
    GuideModel(
            Implementation item,
            Optional<ItemVersion> version,
            boolean open,
            Words words,
            String language,
            Function<ItemVersion, TemplateModel> chart) {
        this.item = item;
        this.version = version;
        this.open = open;
        this.words = words;
        this.language = language;
        this.chart = chart;
    }

    /** A fact of the panel. */
    public record Fact(String icon, String question, String answer, List<String> notes) {}

    /** A mark above the title. */
    public record Tag(String text, String tone, String icon) {}

    /** A row of the materials. */
    public record Material(String name, String text, String need, String needText, String form) {}

    /** Term and text. */
    public record Definition(String term, String text) {}

    /** A question with its answer. */
    public record Faq(String question, String answer) {}

    Map<String, Object> build(String name) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("item", Map.of("name", name, "summary", text("summary"), "tags", tags()));
        model.put("facts", facts());
        List<String> conditions = conditions();
        if (!conditions.isEmpty()) {
            model.put("conditions", Map.of("points", conditions));
        }
        List<Material> materials = materials();
        if (!materials.isEmpty()) {
            model.put(
                    "materials",
                    Map.of("summary", words.text("public.guide.materialsCount", materials.size()), "rows", materials));
        }
        version.ifPresent(found -> {
            model.put("flow", Map.of("text", words.text("public.guide.flowText"), "chart", chart.apply(found)));
            model.put("laws", found.definition().guide().legalBases());
            model.put("faq", faq(found));
            model.put("samples", found.definition().guide().sample() ? text("sample.note") : "");
        });
        if (open) {
            model.put(
                    "filing",
                    Map.of(
                            "href", Rows.href(item) + "/apply",
                            "text", words.text("public.guide.apply"),
                            "effort", words.text("public.guide.effort")));
        }
        List<Definition> window = window();
        if (!window.isEmpty()) {
            model.put("windows", List.of(window));
        }
        if (version.isPresent() && !open) {
            model.put(
                    "closed",
                    Map.of(
                            "title", words.text("public.guide.closed"),
                            "text", words.text("public.guide.closedText", item.department()),
                            "contact", window));
        }
        if (version.isEmpty()) {
            model.put(
                    "unavailable",
                    words.text(item.online() ? "public.guide.pausedNow" : "public.guide.notOnline", item.department()));
        }
        return model;
    }

    private List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        if (version.isPresent() && !open) {
            tags.add(new Tag(words.text("public.guide.closed"), "warn", "pause-circle-fill"));
        } else if (version.isPresent()) {
            String online = version.get().definition().guide().online();
            tags.add(new Tag(words.text("public.online." + online), "ok", "check-circle"));
        }
        if (!item.powerType().isEmpty()) {
            tags.add(new Tag(words.powerType(item.powerType()), "", ""));
        }
        return tags;
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        subjects().ifPresent(who -> facts.add(fact("people", "who", who, List.of())));
        Rows.promised(item, version, words).ifPresent(days -> facts.add(fact("clock", "howLong", days, statutory())));
        version.map(found -> found.definition().guide().fee())
                .ifPresent(fee -> facts.add(fact(
                        "cash-coin",
                        "howMuch",
                        words.text("public.guide.fee." + fee),
                        fee.equals("charged") ? List.of(text("fee")) : List.of())));
        facts.add(fact("geo-alt", "where", words.text(place()), List.of(item.department())));
        Rows.visits(item, version)
                .ifPresent(visits ->
                        facts.add(fact("signpost", "visits", words.text("public.guide.times", visits), List.of())));
        return facts;
    }

    private Fact fact(String icon, String question, String answer, List<String> notes) {
        return new Fact(icon, words.text("public.guide.fact." + question), answer, notes);
    }

    private String place() {
        return open ? "public.guide.place." + version.get().definition().guide().online() : "public.guide.place.none";
    }

    private Optional<String> subjects() {
        List<String> subjects = version.map(found -> found.definition().guide().subjects().stream()
                        .map(subject -> words.text("public.facet.subject." + subject))
                        .toList())
                .orElse(item.subjects());
        return subjects.isEmpty() ? Optional.empty() : Optional.of(String.join(words.text("word.and"), subjects));
    }

    private List<String> statutory() {
        Optional<Limit> limit = item.statutoryDays().isPresent()
                ? Optional.of(new Limit(item.statutoryDays().getAsInt(), Limit.Unit.WORKING))
                : version.flatMap(found -> found.definition().limits().statutory());
        return limit.map(found -> List.of(words.text("public.guide.statutory", words.limit(found))))
                .orElse(List.of());
    }

    private List<String> conditions() {
        return version.map(found -> IntStream.rangeClosed(
                                1, found.definition().guide().conditions())
                        .mapToObj(n -> text("condition." + n))
                        .toList())
                .orElseGet(() -> item.more().get("conditions") instanceof String text && !text.isBlank()
                        ? List.of(text)
                        : List.of());
    }

    private List<Material> materials() {
        return version.map(found -> found.definition().materials().stream()
                        .map(this::material)
                        .toList())
                .orElseGet(() -> item.more().get("materials") instanceof List<?> names
                        ? names.stream()
                                .map(name -> new Material(
                                        String.valueOf(name), "", "listed", words.text("public.need.listed"), ""))
                                .toList()
                        : List.of());
    }

    private Material material(MaterialSpec spec) {
        String need = spec.need().name().toLowerCase(Locale.ROOT);
        return new Material(
                text("material." + spec.code() + ".name"),
                text("material." + spec.code() + ".hint"),
                need,
                words.text("component.need." + need),
                spec.accepts().stream()
                        .map(type -> type.toUpperCase(Locale.ROOT))
                        .collect(Collectors.joining(words.text("filing.comma"))));
    }

    private List<Faq> faq(ItemVersion found) {
        return IntStream.rangeClosed(1, found.definition().faq())
                .mapToObj(n -> new Faq(text("faq." + n + ".question"), text("faq." + n + ".answer")))
                .toList();
    }

    /** What the list says about the window; numbers of public offices are no personal data. */
    private List<Definition> window() {
        List<Definition> rows = new ArrayList<>();
        for (String fact : List.of("window", "hours", "phone", "complaintPhone")) {
            if (item.more().get(fact) instanceof String text && !text.isBlank()) {
                rows.add(new Definition(words.text("public.guide." + fact), text));
            }
        }
        return rows;
    }

    private String text(String key) {
        return version.map(found -> found.text(language, key)).orElse("");
    }
}
