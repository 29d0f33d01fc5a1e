package org.openhall.cases.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.openhall.api.forms.Form;

/** Builds small items for tests. */
final class TestItem {

    private final String key;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final List<MaterialSpec> materials = new ArrayList<>();
    private List<String> start = List.of();
    private OptionalInt promised = OptionalInt.empty();
    private Limit limit = days(10);
    private Form form = new TestForm();

    private TestItem(String key) {
        this.key = key;
    }

    static TestItem named(String key) {
        return new TestItem(key);
    }

    /** Accept or decline, check, approve: one step after the other. */
    static TestItem parking() {
        return named("parking")
                .start("intake")
                .step(step("intake", "intake", days(2))
                        .outcome("accept")
                        .to("check")
                        .marks("accepted")
                        .clock("start")
                        .document("notice")
                        .done()
                        .outcome("decline")
                        .end("declined")
                        .opinion()
                        .document("refusal")
                        .done())
                .step(step("check", "review")
                        .outcome("pass")
                        .to("decide")
                        .done()
                        .outcome("ask")
                        .to("check")
                        .clock("pause")
                        .done()
                        .outcome("go-on")
                        .to("check")
                        .clock("resume")
                        .done())
                .step(step("decide", "approve")
                        .outcome("approve")
                        .end("completed")
                        .document("permit")
                        .done()
                        .outcome("refuse")
                        .end("refused")
                        .opinion()
                        .done());
    }

    static Limit days(int days) {
        return new Limit(days, Limit.Unit.WORKING);
    }

    static StepDraft step(String id, String post, Limit... limit) {
        return new StepDraft(id, post, limit.length == 0 ? Optional.empty() : Optional.of(limit[0]));
    }

    TestItem start(String... ids) {
        start = List.of(ids);
        return this;
    }

    TestItem step(StepDraft draft) {
        steps.put(draft.id, draft.build());
        return this;
    }

    TestItem material(String code, Need need, String condition) {
        materials.add(new MaterialSpec(code, need, Map.of("scope", condition), List.of("pdf"), 3, 1000));
        return this;
    }

    TestItem limit(int days) {
        limit = days(days);
        return this;
    }

    /** A form of texts, each a name and its Chinese question, instead of the usual one. */
    TestItem form(Form other) {
        form = other;
        return this;
    }

    TestItem promised(int days) {
        promised = OptionalInt.of(days);
        return this;
    }

    String code() {
        return "impl-" + key;
    }

    Implementation implementation() {
        return new Implementation(
                code(),
                "",
                "停车许可",
                "traffic",
                "交通局",
                "3416",
                "某市",
                "",
                List.of(),
                List.of(),
                promised,
                OptionalInt.empty(),
                OptionalInt.empty(),
                key,
                Map.of());
    }

    ItemVersion version(String version) {
        ItemDefinition definition = new ItemDefinition(
                key,
                Version.parse(version),
                List.of(code()),
                List.of(),
                new Guide(List.of("natural"), "full", 0, "none", 0, List.of(), List.of(), true),
                new Limits(limit, Optional.empty()),
                List.copyOf(materials),
                start,
                new LinkedHashMap<>(steps),
                List.of(),
                List.of(),
                0);
        Map<String, String> zh =
                Map.of("material.photo.name", "照片", "material.plan.name", "平面图", "too-wide", "宽度不得超过 {0} 米");
        Map<String, String> en = Map.of("material.photo.name", "Photo", "too-wide", "At most {0} m wide");
        return new ItemVersion(definition, "0".repeat(64), form, Map.of("zh", zh, "en", en), Map.of());
    }

    /** A step being written. */
    static final class StepDraft {

        private final String id;
        private final String post;
        private final Optional<Limit> limit;
        private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
        private List<String> waitsFor = List.of();
        private Optional<String> department = Optional.empty();
        private Optional<String> automatic = Optional.empty();
        private Optional<String> onward = Optional.empty();

        private StepDraft(String id, String post, Optional<Limit> limit) {
            this.id = id;
            this.post = post;
            this.limit = limit;
        }

        StepDraft waitsFor(String... ids) {
            waitsFor = List.of(ids);
            return this;
        }

        StepDraft department(String code) {
            department = Optional.of(code);
            return this;
        }

        StepDraft automatic(String name) {
            automatic = Optional.of(name);
            return this;
        }

        /** Makes it a step of an extension, which leads on by this outcome. */
        StepDraft onward(String outcome) {
            onward = Optional.of(outcome);
            return this;
        }

        OutcomeDraft outcome(String name) {
            return new OutcomeDraft(this, name);
        }

        private Step build() {
            return new Step(id, post, department, limit, waitsFor, automatic, new LinkedHashMap<>(outcomes), onward);
        }
    }

    /** An outcome being written. */
    static final class OutcomeDraft {

        private final StepDraft step;
        private final String name;
        private List<String> to = List.of();
        private Optional<String> end = Optional.empty();
        private Optional<String> marks = Optional.empty();
        private Optional<String> clock = Optional.empty();
        private Optional<String> document = Optional.empty();
        private boolean opinion;

        private OutcomeDraft(StepDraft step, String name) {
            this.step = step;
            this.name = name;
        }

        OutcomeDraft to(String... ids) {
            to = List.of(ids);
            return this;
        }

        OutcomeDraft end(String state) {
            end = Optional.of(state);
            return this;
        }

        OutcomeDraft marks(String state) {
            marks = Optional.of(state);
            return this;
        }

        OutcomeDraft clock(String what) {
            clock = Optional.of(what);
            return this;
        }

        OutcomeDraft document(String template) {
            document = Optional.of(template);
            return this;
        }

        OutcomeDraft opinion() {
            opinion = true;
            return this;
        }

        StepDraft done() {
            step.outcomes.put(name, new Outcome(name, to, end, marks, clock, opinion, document));
            return step;
        }
    }
}
