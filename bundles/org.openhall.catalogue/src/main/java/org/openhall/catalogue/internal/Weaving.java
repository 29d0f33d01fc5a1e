package org.openhall.catalogue.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.catalogue.internal.definition.Extension;

/** Puts the steps and rules of extensions into the definition of an item. Pure. */
final class Weaving {

    private final ItemDefinition base;
    private final List<Extension> extensions;

    /** The steps at each point, in the order in which a case comes to them. */
    private final Map<String, List<Link>> chains = new HashMap<>();

    /** A step of an extension at a point. */
    record Link(Extension extension, Step step) {

        String id() {
            return extension.name(step.id());
        }
    }

    Weaving(ItemVersion base, List<Extension> extensions) {
        this.base = base.definition();
        this.extensions = extensions;
        for (Extension extension : extensions) {
            extension
                    .points()
                    .forEach((step, point) -> chains.computeIfAbsent(point, at -> new ArrayList<>())
                            .add(new Link(
                                    extension,
                                    extension.version().definition().steps().get(step))));
        }
    }

    /** What a version lacks of what an extension builds on; empty when it applies. */
    static Optional<String> missing(ItemDefinition base, Extension extension) {
        Stream<String> points = extension.points().values().stream()
                .filter(point -> to(base, point).isEmpty());
        Stream<String> steps = extension.version().definition().steps().values().stream()
                .flatMap(step -> step.outcomes().values().stream())
                .flatMap(outcome -> outcome.to().stream())
                .filter(step -> !base.steps().containsKey(step));
        return Stream.concat(points, steps).findFirst();
    }

    /** Where a case goes from a point; empty when the item has no such point. */
    static List<String> to(ItemDefinition base, String point) {
        if (point.equals(Extension.START)) {
            return base.start();
        }
        int dot = point.indexOf('.');
        return Optional.ofNullable(base.steps().get(point.substring(0, dot)))
                .map(step -> step.outcomes().get(point.substring(dot + 1)))
                .map(Outcome::to)
                .orElse(List.of());
    }

    List<Link> at(String point) {
        return chains.getOrDefault(point, List.of());
    }

    ItemDefinition definition() {
        Map<String, Step> steps = new LinkedHashMap<>();
        chain(Extension.START, steps);
        base.steps().values().forEach(step -> {
            steps.put(step.id(), led(step));
            step.outcomes().keySet().forEach(outcome -> chain(step.id() + "." + outcome, steps));
        });
        List<String> rules = new ArrayList<>(base.rules());
        extensions.forEach(
                extension -> extension.version().definition().rules().forEach(rule -> rules.add(extension.name(rule))));
        return new ItemDefinition(
                base.item(),
                base.version(),
                base.serves(),
                base.implementations(),
                base.guide(),
                base.limits(),
                base.materials(),
                first(Extension.START, base.start()),
                Collections.unmodifiableMap(steps),
                List.copyOf(rules),
                base.documents(),
                base.faq());
    }

    /** A step of the item whose outcomes lead to what stands at them. What waits for it waits for that too. */
    private Step led(Step step) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        step.outcomes()
                .forEach((name, outcome) ->
                        outcomes.put(name, to(outcome, name, first(step.id() + "." + name, outcome.to()))));
        List<String> waitsFor = new ArrayList<>();
        step.waitsFor().forEach(other -> {
            waitsFor.add(other);
            base.steps()
                    .get(other)
                    .outcomes()
                    .keySet()
                    .forEach(outcome ->
                            at(other + "." + outcome).stream().map(Link::id).forEach(waitsFor::add));
        });
        return with(step, step.id(), waitsFor, step.automatic(), outcomes, Optional.empty());
    }

    private List<String> first(String point, List<String> otherwise) {
        return at(point).stream().findFirst().map(link -> List.of(link.id())).orElse(otherwise);
    }

    private void chain(String point, Map<String, Step> steps) {
        List<Link> links = at(point);
        for (int i = 0; i < links.size(); i++) {
            List<String> next = i + 1 < links.size() ? List.of(links.get(i + 1).id()) : to(base, point);
            steps.put(links.get(i).id(), put(links.get(i), next));
        }
    }

    private static Step put(Link link, List<String> next) {
        Extension extension = link.extension();
        Step step = link.step();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        step.outcomes().values().forEach(outcome -> {
            boolean onward = step.onward().filter(outcome.name()::equals).isPresent();
            String name = extension.outcome(outcome.name());
            outcomes.put(name, to(outcome, name, onward ? next : outcome.to()));
        });
        return with(
                step,
                link.id(),
                List.of(),
                step.automatic().map(extension::name),
                outcomes,
                step.onward().map(extension::outcome));
    }

    private static Step with(
            Step step,
            String id,
            List<String> waitsFor,
            Optional<String> automatic,
            Map<String, Outcome> outcomes,
            Optional<String> onward) {
        return new Step(
                id,
                step.post(),
                step.department(),
                step.limit(),
                List.copyOf(waitsFor),
                automatic,
                Collections.unmodifiableMap(outcomes),
                onward);
    }

    private static Outcome to(Outcome outcome, String name, List<String> to) {
        return new Outcome(
                name, to, outcome.end(), outcome.marks(), outcome.clock(), outcome.opinion(), outcome.document());
    }
}
