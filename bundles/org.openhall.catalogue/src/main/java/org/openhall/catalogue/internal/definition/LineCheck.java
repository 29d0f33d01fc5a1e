package org.openhall.catalogue.internal.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.LegalBasis;
import org.openhall.api.catalogue.ItemDefinition.Limits;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.forms.Defect;

/** Says what a micro version changes that its line must keep, because open cases of the line go on with it. */
public final class LineCheck {

    private static final int MOST_NAMED = 8;

    /** Something of a definition that has a name there. */
    private record Part<T>(String name, Function<T, Object> value) {}

    private static final List<Part<MaterialSpec>> OF_MATERIAL = List.of(
            new Part<>("need", MaterialSpec::need),
            new Part<>("when", MaterialSpec::when),
            new Part<>("accepts", MaterialSpec::accepts),
            new Part<>("maxFiles", MaterialSpec::maxFiles),
            new Part<>("maxSize", MaterialSpec::maxBytes));

    private static final List<Part<Step>> OF_STEP = List.of(
            new Part<>("post", Step::post),
            new Part<>("department", Step::department),
            new Part<>("limit", Step::limit),
            new Part<>("waitsFor", Step::waitsFor),
            new Part<>("automatic", Step::automatic));

    private static final List<Part<Limits>> OF_LIMITS =
            List.of(new Part<>("promised", Limits::promised), new Part<>("statutory", Limits::statutory));

    private final ItemVersion stored;
    private final ItemVersion offered;
    private final Map<String, Integer> lines;
    private final List<Defect> defects = new ArrayList<>();

    private LineCheck(ItemVersion stored, ItemVersion offered, Map<String, Integer> lines) {
        this.stored = stored;
        this.offered = offered;
        this.lines = lines;
    }

    /** What is different in what must stay; empty when the new version may serve the line. */
    public static List<Defect> check(ItemVersion stored, ItemVersion offered, Map<String, Integer> lines) {
        LineCheck check = new LineCheck(stored, offered, lines);
        check.definition(stored.definition(), offered.definition());
        check.form();
        return List.copyOf(check.defects);
    }

    private void definition(ItemDefinition was, ItemDefinition is) {
        if (!was.materials().equals(is.materials())) {
            differ(new Both("The materials", "材料"), "materials", materials(was), materials(is), LineCheck::inMaterial);
        }
        if (!was.start().equals(is.start())) {
            changed(
                    "start",
                    new Both("The first steps", "最先的环节"),
                    List.of(new Both(
                            "they were " + was.start() + " and are " + is.start(),
                            "原来是 " + was.start() + "，现在是 " + is.start())));
        }
        if (!was.steps().equals(is.steps())) {
            differ(
                    new Both("Steps, posts, outcomes or limits", "环节、岗位、结果或时限"),
                    "steps",
                    was.steps(),
                    is.steps(),
                    LineCheck::inStep);
        }
        if (!was.limits().equals(is.limits())) {
            changed("limits", new Both("The limits", "时限"), different(OF_LIMITS, was.limits(), is.limits()));
        }
        if (!was.guide().legalBases().equals(is.guide().legalBases())) {
            differ(
                    new Both("The legal bases", "设定依据"),
                    "guide.legalBases",
                    bases(was),
                    bases(is),
                    (before, now) -> List.of(Both.same("url")));
        }
    }

    private void form() {
        Map<String, String> was = stored.form().pointers();
        Map<String, String> is = offered.form().pointers();
        List<Both> what = named(
                was,
                is,
                (before, now) ->
                        List.of(new Both("it was " + before + " and is " + now, "原来是 " + before + "，现在是 " + now)));
        if (!what.isEmpty()) {
            note(ItemFiles.SCHEMA, 0, new Both("The fields of the form", "表单的字段"), what);
        }
    }

    /** What is new, gone or different in something of one name. */
    @FunctionalInterface
    private interface Difference<T> {
        List<Both> between(T was, T is);
    }

    private <T> void differ(Both what, String path, Map<String, T> was, Map<String, T> is, Difference<T> difference) {
        List<Both> changes = named(was, is, difference);
        String first = is.keySet().stream()
                .filter(name -> !is.get(name).equals(was.get(name)))
                .findFirst()
                .map(name -> path + "." + name)
                .filter(lines::containsKey)
                .orElse(path);
        changed(first, what, changes.isEmpty() ? List.of(new Both("their order", "顺序")) : changes);
    }

    private static <T> List<Both> named(Map<String, T> was, Map<String, T> is, Difference<T> difference) {
        Stream<Both> gone = was.keySet().stream()
                .filter(name -> !is.containsKey(name))
                .map(name -> new Both("'" + name + "' is gone", "没有了“" + name + "”"));
        Stream<Both> others = is.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(was.get(entry.getKey())))
                .map(entry -> was.containsKey(entry.getKey())
                        ? Both.joined(
                                new Both("'" + entry.getKey() + "': ", "“" + entry.getKey() + "”："),
                                difference.between(was.get(entry.getKey()), entry.getValue()))
                        : new Both("'" + entry.getKey() + "' is new", "多了“" + entry.getKey() + "”"));
        return Stream.concat(gone, others).toList();
    }

    private static List<Both> inMaterial(MaterialSpec was, MaterialSpec is) {
        return different(OF_MATERIAL, was, is);
    }

    private static List<Both> inStep(Step was, Step is) {
        List<Both> what = new ArrayList<>(different(OF_STEP, was, is));
        Map<String, Outcome> before = was.outcomes();
        Stream.concat(before.keySet().stream(), is.outcomes().keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(before.get(name), is.outcomes().get(name)))
                .forEach(name -> what.add(new Both("outcome " + name, "结果 " + name)));
        return what;
    }

    private static <T> List<Both> different(List<Part<T>> parts, T was, T is) {
        return parts.stream()
                .filter(part -> !part.value().apply(was).equals(part.value().apply(is)))
                .map(part -> Both.same(part.name()))
                .toList();
    }

    private static Map<String, MaterialSpec> materials(ItemDefinition definition) {
        return definition.materials().stream()
                .collect(Collectors.toMap(
                        MaterialSpec::code, spec -> spec, (first, second) -> first, LinkedHashMap::new));
    }

    private static Map<String, LegalBasis> bases(ItemDefinition definition) {
        return definition.guide().legalBases().stream()
                .collect(Collectors.toMap(
                        LegalBasis::title, basis -> basis, (first, second) -> first, LinkedHashMap::new));
    }

    private void changed(String path, Both what, List<Both> changes) {
        note(ItemFiles.YAML, lines.getOrDefault(path, 0), what, changes);
    }

    private void note(String file, int line, Both what, List<Both> changes) {
        List<Both> named = changes.stream().limit(MOST_NAMED).toList();
        int more = changes.size() - named.size();
        defects.add(new Defect(
                file,
                line,
                what.english() + " changed ("
                        + named.stream().map(Both::english).collect(Collectors.joining("; "))
                        + (more > 0 ? " and " + more + " more" : "")
                        + "); raise the minor of the version, because cases of "
                        + stored.version().line() + " stay on " + stored.version() + " as it is.",
                what.chinese() + "变了（"
                        + named.stream().map(Both::chinese).collect(Collectors.joining("；"))
                        + (more > 0 ? "，还有 " + more + " 处" : "")
                        + "）；请提高次版本号，因为 " + stored.version().line() + " 版的办件仍按 " + stored.version() + " 办理。"));
    }

    /** Part of a sentence in both languages. */
    private record Both(String english, String chinese) {

        static Both same(String name) {
            return new Both(name, name);
        }

        static Both joined(Both first, List<Both> others) {
            return new Both(
                    first.english + others.stream().map(Both::english).collect(Collectors.joining(", ")),
                    first.chinese + others.stream().map(Both::chinese).collect(Collectors.joining("、")));
        }
    }
}
