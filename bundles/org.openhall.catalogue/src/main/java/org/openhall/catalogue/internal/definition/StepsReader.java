package org.openhall.catalogue.internal.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.users.Posts;

/** Reads {@code steps} of {@code item.yaml}. */
final class StepsReader {

    static final List<String> ENDS = List.of("completed", "declined", "refused");
    static final List<String> MARKS = List.of("accepted", "granted");
    static final List<String> CLOCK = List.of("start", "pause", "resume", "stop");

    private final List<String> documents;

    private StepsReader(List<String> documents) {
        this.documents = documents;
    }

    static Map<String, Step> read(YamlValue value, List<String> documents) {
        StepsReader reader = new StepsReader(documents);
        Map<String, Step> steps = new LinkedHashMap<>();
        value.map().forEach((id, step) -> {
            named(id, "a step", "环节", step);
            steps.put(id, reader.step(id, step));
        });
        return Collections.unmodifiableMap(steps);
    }

    private Step step(String id, YamlValue value) {
        Map<String, YamlValue> entries = value.map("post", "department", "limit", "waitsFor", "automatic", "outcomes");
        return new Step(
                id,
                value.need(entries, "post")
                        .flatMap(post -> post.word(Posts.OF_STEPS))
                        .orElse(Posts.INTAKE),
                Optional.ofNullable(entries.get("department")).flatMap(code -> code.text(40)),
                Optional.ofNullable(entries.get("limit")).flatMap(DefinitionReader::limit),
                Optional.ofNullable(entries.get("waitsFor"))
                        .map(YamlValue::names)
                        .orElse(List.of()),
                Optional.ofNullable(entries.get("automatic")).flatMap(YamlValue::name),
                value.need(entries, "outcomes").map(this::outcomes).orElse(Map.of()));
    }

    private Map<String, Outcome> outcomes(YamlValue value) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        Map<String, YamlValue> entries = value.map();
        if (entries.isEmpty()) {
            value.defect("The step has no outcome, so that nobody could close it; add one.", "这个环节没有结果，没有人能办完它，请加一个。");
        }
        entries.forEach((name, outcome) -> {
            named(name, "an outcome", "结果", outcome);
            outcomes.put(name, outcome(name, outcome));
        });
        return Collections.unmodifiableMap(outcomes);
    }

    private Outcome outcome(String name, YamlValue value) {
        Map<String, YamlValue> entries = value.map("to", "end", "marks", "clock", "opinion", "document");
        Optional<String> document = Optional.ofNullable(entries.get("document")).flatMap(YamlValue::name);
        document.filter(id -> !documents.contains(id))
                .ifPresent(id -> entries.get("document")
                        .defect(
                                "The document '" + id + "' is not listed; add it to 'documents' and write documents/"
                                        + id + ".ftlh.",
                                "文书“" + id + "”没有列出，请加到“documents”，并写 documents/" + id + ".ftlh。"));
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
                word(entries, "end", ENDS),
                word(entries, "marks", MARKS),
                word(entries, "clock", CLOCK),
                word(entries, "opinion", List.of("required", "optional"))
                        .filter("required"::equals)
                        .isPresent(),
                document);
    }

    static Optional<String> word(Map<String, YamlValue> entries, String key, List<String> words) {
        return Optional.ofNullable(entries.get(key)).flatMap(value -> value.word(words));
    }

    static void named(String name, String what, String chinese, YamlValue value) {
        if (!name.matches("[a-z][a-z0-9-]{0,59}")) {
            value.defect(
                    "'" + name + "' is no name of " + what + "; use lower-case letters, digits and '-'.",
                    "“" + name + "”不能作为" + chinese + "的名称，请用小写字母、数字和“-”。");
        }
    }
}
