package org.openhall.portal.internal.web.filing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Guide;
import org.openhall.api.catalogue.ItemDefinition.Limits;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemDefinition.Need;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Limit;
import org.openhall.api.catalogue.Version;
import org.openhall.portal.internal.SmallCatalogue;

/** A parking permit: three materials, intake and decision. */
public final class SmallItem {

    /** Its only version. */
    public static final Version VERSION = new Version(1, 0, 0);

    private SmallItem() {}

    /** The version as the catalogue gives it. */
    public static ItemVersion version() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", "停车位申请");
        texts.put("summary", "先看这里。");
        texts.put("condition.1", "车在本市登记。");
        texts.put("material.licence.name", "行驶证");
        texts.put("material.photo.name", "照片");
        texts.put("material.lease.name", "租赁合同");
        texts.put("step.intake.name", "收件");
        texts.put("step.check.name", "查验");
        texts.put("step.decide.name", "定夺");
        texts.put("document.letter.name", "停车许可");
        return new ItemVersion(
                definition(),
                "00",
                new SmallForm(),
                Map.of("zh", texts, "en", Map.of("name", "Parking permit")),
                Map.of(
                        "letter",
                        "<h1>许可</h1><p>${applicant.name}，${case.number}，${opinion}</p><#list answers as a>${a.question}=${a.answer};</#list>",
                        "evil",
                        "${\"freemarker.template.utility.Execute\"?new()(\"id\")}"));
    }

    private static ItemDefinition definition() {
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("intake", step("intake", 5, outcome("accept", List.of("check"), "", "accepted", "start", "")));
        steps.put("check", step("check", 0, outcome("pass", List.of("decide"), "", "", "", "")));
        steps.put(
                "decide",
                step(
                        "decide",
                        0,
                        outcome("approve", List.of(), "completed", "", "stop", "letter"),
                        outcome("refuse", List.of(), "refused", "", "stop", "letter")));
        return new ItemDefinition(
                "parking",
                VERSION,
                List.of("p-1"),
                List.of(),
                new Guide(List.of("natural"), "full", 0, "none", 1, List.of(), List.of(), false),
                new Limits(new Limit(10, Limit.Unit.WORKING), Optional.empty()),
                List.of(
                        new MaterialSpec("licence", Need.REQUIRED, Map.of(), List.of("pdf", "jpg"), 1, 1024 * 1024),
                        new MaterialSpec("photo", Need.OPTIONAL, Map.of(), List.of("jpg"), 3, 2 * 1024 * 1024),
                        new MaterialSpec("lease", Need.CONDITIONAL, Map.of("plate", "L"), List.of("pdf"), 1, 1024)),
                List.of("intake"),
                steps,
                List.of(),
                List.of("letter"),
                0);
    }

    private static Step step(String id, int days, Outcome... outcomes) {
        Map<String, Outcome> all = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            all.put(outcome.name(), outcome);
        }
        Optional<Limit> limit = days == 0 ? Optional.empty() : Optional.of(new Limit(days, Limit.Unit.WORKING));
        return new Step(
                id,
                id.equals("intake") ? "intake" : "approve",
                Optional.empty(),
                limit,
                List.of(),
                Optional.empty(),
                all);
    }

    private static Outcome outcome(
            String name, List<String> to, String end, String marks, String clock, String document) {
        return new Outcome(name, to, filled(end), filled(marks), filled(clock), false, filled(document));
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    /** A catalogue with this item. */
    public static final class Shelf {

        /** Whether its only line still takes applications. */
        public boolean accepting = true;

        /** Why its code cannot be called. */
        public Optional<Catalogue.Absence> absence = Optional.empty();

        public Optional<Catalogue.Absence> absence(String item, String line) {
            return absence;
        }

        public Optional<ItemVersion> serving(String item, String line) {
            return Optional.of(version());
        }

        public Optional<ItemVersion> version(String item, Version version) {
            return Optional.of(SmallItem.version());
        }

        public Optional<ItemVersion> active(String item) {
            return retired ? Optional.empty() : Optional.of(version());
        }

        /** Whether nothing takes new applications. */
        public boolean retired;

        /** Until when the line takes applications, when a newer one does. */
        public Optional<Instant> until = Optional.empty();

        public Optional<Instant> acceptsUntil(String item, String line) {
            return until;
        }

        public boolean accepts(String item, String line) {
            return accepting;
        }

        public Optional<Implementation> implementation(String code) {
            return Optional.of(SmallCatalogue.PARKING).filter(row -> row.code().equals(code));
        }

        public Map<String, Implementation> implementations(Set<String> codes) {
            return codes.contains("p-1") ? Map.of("p-1", SmallCatalogue.PARKING) : Map.of();
        }

        private ItemVersion version() {
            return SmallItem.version();
        }
    }
}
