package org.openhall.catalogue.internal.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.users.Posts;

/** Reads {@code steps} of {@code extension.yaml}. */
final class ExtensionSteps {

    private static final String POINT = Extension.START + "|[a-z][a-z0-9-]{0,59}\\.[a-z][a-z0-9-]{0,59}";

    private ExtensionSteps() {}

    /** The steps by name; where each is put in goes to the points. */
    static Map<String, Step> read(YamlValue value, Map<String, String> points) {
        Map<String, Step> steps = new LinkedHashMap<>();
        value.map().forEach((id, step) -> {
            StepsReader.named(id, "a step", "环节", step);
            steps.put(id, step(id, step, points));
        });
        return Collections.unmodifiableMap(steps);
    }

    private static Step step(String id, YamlValue value, Map<String, String> points) {
        Map<String, YamlValue> entries = value.map("at", "post", "department", "limit", "automatic", "outcomes");
        value.need(entries, "at").flatMap(ExtensionSteps::point).ifPresent(point -> points.put(id, point));
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        Optional<String> onward = value.need(entries, "outcomes").flatMap(all -> outcomes(id, all, outcomes));
        return new Step(
                id,
                value.need(entries, "post")
                        .flatMap(post -> post.word(Posts.OF_STEPS))
                        .orElse(Posts.INTAKE),
                Optional.ofNullable(entries.get("department")).flatMap(code -> code.text(40)),
                Optional.ofNullable(entries.get("limit")).flatMap(DefinitionReader::limit),
                List.of(),
                Optional.ofNullable(entries.get("automatic")).flatMap(YamlValue::name),
                Collections.unmodifiableMap(outcomes),
                onward);
    }

    private static Optional<String> point(YamlValue value) {
        Optional<String> point = value.text(130);
        if (point.isPresent() && !point.get().matches(POINT)) {
            value.defect(
                    "'" + point.get() + "' is no point; write '" + Extension.START
                            + "', or step and outcome of the item as 'review.pass'.",
                    "“" + point.get() + "”不是接入点，请写“" + Extension.START + "”，或者事项的环节和结果，例如 review.pass。");
            return Optional.empty();
        }
        return point;
    }

    /** Reads all outcomes; the one that leads on. */
    private static Optional<String> outcomes(String step, YamlValue value, Map<String, Outcome> outcomes) {
        Map<String, YamlValue> all = value.map();
        Optional<String> onward = Optional.empty();
        for (Map.Entry<String, YamlValue> outcome : all.entrySet()) {
            String name = outcome.getKey();
            StepsReader.named(name, "an outcome", "结果", outcome.getValue());
            Map<String, YamlValue> entries = outcome.getValue().map("onward", "to", "end", "marks", "clock", "opinion");
            boolean leadsOn = Optional.ofNullable(entries.get("onward"))
                    .flatMap(YamlValue::flag)
                    .orElse(false);
            outcomes.put(name, outcome(name, outcome.getValue(), entries, leadsOn));
            if (leadsOn && onward.isPresent()) {
                outcome.getValue()
                        .defect(
                                "'" + onward.get() + "' leads on already; leave 'onward' out here or there.",
                                "“" + onward.get() + "”已经接着往下办了，“onward”只留一处。");
            } else if (leadsOn) {
                onward = Optional.of(name);
            }
        }
        if (onward.isEmpty()) {
            value.defect(
                    "No outcome of '" + step
                            + "' leads on; give the one after which the case goes on as without the step 'onward: true'.",
                    "“" + step + "”没有一个结果接着往下办；办件像没有这个环节一样继续的那个结果，请写“onward: true”。");
        }
        return onward;
    }

    private static Outcome outcome(String name, YamlValue value, Map<String, YamlValue> entries, boolean leadsOn) {
        boolean leads = entries.containsKey("to") || entries.containsKey("end");
        if (leadsOn && leads) {
            value.defect(
                    "'" + name + "' leads on where the case would have gone; leave 'to' and 'end' out.",
                    "“" + name + "”接到办件原来的去处，请去掉“to”和“end”。");
        }
        if (!leadsOn && !leads) {
            value.defect(
                    "After '" + name + "' nothing follows; add 'to' with steps of the item, 'end' or 'onward'.",
                    "“" + name + "”之后没有下文，请加上“to”（事项的环节）、“end”或“onward”。");
        }
        if (entries.containsKey("to") && entries.containsKey("end")) {
            value.defect(
                    "'" + name + "' has both 'to' and 'end'; the case either goes on or ends.",
                    "“" + name + "”同时有“to”和“end”；办件要么继续，要么结束。");
        }
        if (entries.containsKey("marks") && entries.containsKey("end")) {
            value.defect(
                    "'" + name + "' has both 'marks' and 'end'; the end already says the state of the case.",
                    "“" + name + "”同时有“marks”和“end”；结束已经说明了办件的状态。");
        }
        return new Outcome(
                name,
                Optional.ofNullable(entries.get("to")).map(YamlValue::names).orElse(List.of()),
                StepsReader.word(entries, "end", StepsReader.ENDS),
                StepsReader.word(entries, "marks", StepsReader.MARKS),
                StepsReader.word(entries, "clock", StepsReader.CLOCK),
                StepsReader.word(entries, "opinion", List.of("required", "optional"))
                        .filter("required"::equals)
                        .isPresent(),
                Optional.empty());
    }
}
