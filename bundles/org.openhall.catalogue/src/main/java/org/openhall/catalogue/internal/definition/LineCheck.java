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
            differ("The materials", "materials", materials(was), materials(is), LineCheck::inMaterial);
        }
        if (!was.start().equals(is.start())) {
            changed("start", "The first steps", List.of("they were " + was.start() + " and are " + is.start()));
        }
        if (!was.steps().equals(is.steps())) {
            differ("Steps, posts, outcomes or limits", "steps", was.steps(), is.steps(), LineCheck::inStep);
        }
        if (!was.limits().equals(is.limits())) {
            changed("limits", "The limits", different(OF_LIMITS, was.limits(), is.limits()));
        }
        if (!was.guide().legalBases().equals(is.guide().legalBases())) {
            differ("The legal bases", "guide.legalBases", bases(was), bases(is), (before, now) -> List.of("url"));
        }
    }

    private void form() {
        Map<String, String> was = stored.form().pointers();
        Map<String, String> is = offered.form().pointers();
        List<String> what = named(was, is, (before, now) -> List.of("it was " + before + " and is " + now));
        if (!what.isEmpty()) {
            defects.add(new Defect(ItemFiles.SCHEMA, 0, message("The fields of the form", what)));
        }
    }

    /** What is new, gone or different in something of one name. */
    @FunctionalInterface
    private interface Difference<T> {
        List<String> between(T was, T is);
    }

    private <T> void differ(String what, String path, Map<String, T> was, Map<String, T> is, Difference<T> difference) {
        List<String> changes = named(was, is, difference);
        String first = is.keySet().stream()
                .filter(name -> !is.get(name).equals(was.get(name)))
                .findFirst()
                .map(name -> path + "." + name)
                .filter(lines::containsKey)
                .orElse(path);
        changed(first, what, changes.isEmpty() ? List.of("their order") : changes);
    }

    private static <T> List<String> named(Map<String, T> was, Map<String, T> is, Difference<T> difference) {
        Stream<String> gone =
                was.keySet().stream().filter(name -> !is.containsKey(name)).map(name -> "'" + name + "' is gone");
        Stream<String> others = is.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(was.get(entry.getKey())))
                .map(entry -> was.containsKey(entry.getKey())
                        ? "'" + entry.getKey() + "': "
                                + String.join(", ", difference.between(was.get(entry.getKey()), entry.getValue()))
                        : "'" + entry.getKey() + "' is new");
        return Stream.concat(gone, others).toList();
    }

    private static List<String> inMaterial(MaterialSpec was, MaterialSpec is) {
        return different(OF_MATERIAL, was, is);
    }

    private static List<String> inStep(Step was, Step is) {
        List<String> what = new ArrayList<>(different(OF_STEP, was, is));
        Map<String, Outcome> before = was.outcomes();
        Stream.concat(before.keySet().stream(), is.outcomes().keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(before.get(name), is.outcomes().get(name)))
                .forEach(name -> what.add("outcome " + name));
        return what;
    }

    private static <T> List<String> different(List<Part<T>> parts, T was, T is) {
        return parts.stream()
                .filter(part -> !part.value().apply(was).equals(part.value().apply(is)))
                .map(Part::name)
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

    private void changed(String path, String what, List<String> changes) {
        defects.add(new Defect(ItemFiles.YAML, lines.getOrDefault(path, 0), message(what, changes)));
    }

    private String message(String what, List<String> changes) {
        String more = changes.size() > MOST_NAMED ? " and " + (changes.size() - MOST_NAMED) + " more" : "";
        return what + " changed ("
                + changes.stream().limit(MOST_NAMED).collect(Collectors.joining("; ")) + more
                + "); raise the minor of the version, because cases of "
                + stored.version().line() + " stay on " + stored.version() + " as it is.";
    }
}
