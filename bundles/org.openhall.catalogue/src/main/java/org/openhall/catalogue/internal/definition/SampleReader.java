package org.openhall.catalogue.internal.definition;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.api.cases.CaseState;
import org.openhall.api.json.Json;
import org.openhall.item.Answers;
import org.openhall.item.Applicant;

/** Reads {@code samples/*.json}: as JSON for the values, and once more as YAML, of which JSON is a part, for the lines. */
public final class SampleReader {

    static final String FOLDER = ItemFiles.FOLDER + "samples/";

    private static final int MOST = 50;
    private static final int LONGEST_POINTER = 300;
    private static final Pattern LINE = Pattern.compile("line:? ([0-9]{1,9})");

    /** The same whenever a sample is tried, so that its dates do not age. */
    private static final Instant FILED_AT = Instant.parse("2026-11-20T01:00:00Z");

    private final Json json;
    private final Defects defects;

    /** Notes in the defects what cannot be read. */
    public SampleReader(Json json, Defects defects) {
        this.json = json;
        this.defects = defects;
    }

    /** Those that can be read, by name of the file. */
    public List<Sample> read(ItemFiles files) {
        List<String> paths = files.files().keySet().stream()
                .filter(path -> path.startsWith(FOLDER))
                .sorted()
                .toList();
        if (paths.size() > MOST) {
            defects.add(
                    FOLDER,
                    0,
                    "There are more than " + MOST + " samples; leave some out.",
                    "样例超过 " + MOST + " 个，请去掉一些。");
            return List.of();
        }
        List<Sample> samples = new ArrayList<>();
        boolean broken = false;
        for (String path : paths) {
            Optional<Sample> sample = read(path, files.files().get(path));
            sample.ifPresent(samples::add);
            broken |= sample.isEmpty();
        }
        if (!broken && samples.stream().noneMatch(Sample::accepted)) {
            defects.add(
                    FOLDER + "accepted.json",
                    0,
                    "No sample is accepted; add this file with 'applicant', 'answers', 'materials', 'acts' and 'state'.",
                    "没有一个样例是受理的，请加上这个文件，写“applicant”、“answers”、“materials”、“acts”和“state”。");
        }
        return samples;
    }

    private Optional<Sample> read(String path, String text) {
        Map<String, Object> values;
        try {
            values = json.object(text);
        } catch (IllegalArgumentException e) {
            Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
            defects.add(
                    path,
                    line.find() ? Integer.parseInt(line.group(1)) : 0,
                    "This is no JSON object: " + e.getMessage() + ".",
                    "这不是 JSON 对象：" + e.getMessage() + "。");
            return Optional.empty();
        }
        int before = defects.all().size();
        YamlDocument document = new YamlDocument(path, defects);
        // a tab between values is fine in JSON
        Optional<YamlValue> root = document.read(text.replace('\t', ' '));
        Optional<Sample> sample = root.map(value -> sample(path, value, values, document));
        return defects.all().size() == before ? sample : Optional.empty();
    }

    private Sample sample(String path, YamlValue root, Map<String, Object> values, YamlDocument document) {
        Map<String, YamlValue> entries =
                root.map("applicant", "answers", "materials", "filedAt", "acts", "state", "problems");
        Applicant.Kind kind = root.need(entries, "applicant")
                .flatMap(value -> value.word(List.of("natural", "legal")))
                .filter("legal"::equals)
                .map(legal -> Applicant.Kind.LEGAL)
                .orElse(Applicant.Kind.NATURAL);
        root.need(entries, "answers").ifPresent(YamlValue::map);
        Answers answers = values.get("answers") instanceof Map<?, ?> map ? Answers.of(named(map)) : Answers.none();
        List<String> materials = Optional.ofNullable(entries.get("materials"))
                .map(YamlValue::names)
                .orElse(List.of());
        Instant filedAt = Optional.ofNullable(entries.get("filedAt"))
                .flatMap(SampleReader::instant)
                .orElse(FILED_AT);
        Optional<List<String>> problems =
                Optional.ofNullable(entries.get("problems")).map(SampleReader::pointers);
        List<String> acts =
                Optional.ofNullable(entries.get("acts")).map(SampleReader::acts).orElse(List.of());
        String state = "";
        if (problems.isEmpty()) {
            state = root.need(entries, "state")
                    .flatMap(value -> value.word(Arrays.stream(CaseState.values())
                            .map(CaseState::key)
                            .toList()))
                    .orElse("");
        } else if (entries.containsKey("acts") || entries.containsKey("state")) {
            entries.get("problems")
                    .defect(
                            "A sample has either 'problems', or 'acts' and 'state'; leave one of them out.",
                            "样例要么有“problems”，要么有“acts”和“state”，请去掉一种。");
        }
        return new Sample(path, kind, answers, materials, filedAt, problems, acts, state, document.lines());
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new java.util.LinkedHashMap<>();
        map.forEach((key, value) -> named.put((String) key, value));
        return named;
    }

    private static Optional<Instant> instant(YamlValue value) {
        return value.text(40).flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeParseException e) {
                value.defect(
                        "'" + text + "' is no instant; write it as 2026-11-20T01:00:00Z.",
                        "“" + text + "”不是时刻，请写成 2026-11-20T01:00:00Z。");
                return Optional.empty();
            }
        });
    }

    private static List<String> acts(YamlValue value) {
        return value.list().stream().flatMap(act -> act.name().stream()).toList();
    }

    private static List<String> pointers(YamlValue value) {
        List<String> pointers = new ArrayList<>();
        List<YamlValue> values = value.list();
        values.forEach(pointer -> pointer.text(LONGEST_POINTER).ifPresent(pointers::add));
        if (values.isEmpty()) {
            value.defect(
                    "'problems' is empty; name the pointers at which the sample is returned, such as '/name'.",
                    "“problems”是空的，请写明样例在哪里被退回，例如 /name。");
        }
        return List.copyOf(pointers);
    }
}
