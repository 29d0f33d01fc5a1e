package org.openhall.catalogue.internal.running;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openhall.api.catalogue.Catalogue.Checked;
import org.openhall.api.catalogue.Catalogue.Reviewed;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.catalogue.internal.CatalogueSettings;
import org.openhall.catalogue.internal.running.Workers.Limits;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.openhall.item.ReviewStep;
import org.openhall.item.Rule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the code of items: bounded in threads and time, and trusting no answer. */
@Component(service = ItemCalls.class, configurationPid = "org.openhall.catalogue")
public final class ItemCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ItemCalls.class);

    private final ItemBundles bundles;
    private final CatalogueSettings settings;

    @Activate
    public ItemCalls(@Reference ItemBundles bundles, CatalogueSettings settings) {
        this.bundles = bundles;
        this.settings = settings;
    }

    private record Leased(ItemVersion version, Lease lease) {}

    /** The services a version's definition names, as {@link ItemBundles#offered} names them. */
    public static List<String> needed(ItemVersion version) {
        Stream<String> steps = version.definition().steps().values().stream()
                .flatMap(step -> step.automatic().stream())
                .map(name -> Running.STEP + " " + name);
        return Stream.concat(rules(version).stream(), steps).distinct().toList();
    }

    /** For one check, however many rules and extensions it asks: no more than for the permit of a single rule. */
    Patience patience() {
        return new Patience(Duration.ofMillis(settings.rule_millis()));
    }

    /** Runs all rules of the version that serves at the moment. */
    Checked check(Supplier<ItemVersion> serving, Application application, Patience patience, Use use) {
        ItemVersion now = serving.get();
        if (now.definition().rules().isEmpty()) {
            return new Checked(now.version(), List.of(), List.of());
        }
        Leased leased = lease(serving, ItemCalls::rules);
        try (Lease lease = leased.lease()) {
            return check(leased.version(), lease, application, patience, use);
        }
    }

    /** Runs all rules of a version without waiting for it; empty when its bundle is away. */
    Optional<Checked> checkIfThere(ItemVersion version, Application application, Patience patience, Use use) {
        return bundles.lease(version, rules(version)).map(there -> {
            try (Lease lease = there) {
                return check(version, lease, application, patience, use);
            }
        });
    }

    /** Runs an automatic step of the version that serves at the moment. */
    public Optional<Reviewed> review(Supplier<ItemVersion> serving, Application application, String id) {
        Function<ItemVersion, Optional<String>> automatic = version ->
                Optional.ofNullable(version.definition().steps().get(id)).flatMap(Step::automatic);
        Leased leased = lease(
                serving,
                version -> automatic
                        .apply(version)
                        .map(name -> List.of(Running.STEP + " " + name))
                        .orElse(List.of()));
        ItemVersion version = leased.version();
        try (Lease lease = leased.lease()) {
            return automatic
                    .apply(version)
                    .flatMap(name -> lease.step(
                                    name,
                                    limits(
                                            Duration.ofMillis(settings.step_millis()),
                                            settings.step_millis(),
                                            settings.step_megabytes()),
                                    service -> service.get(ReviewStep.class).review(application, id))
                            .flatMap(call -> answer(version, name, call).answer()))
                    .flatMap(review -> Sense.of(version, id, review))
                    .map(review -> new Reviewed(version.version(), review));
        }
    }

    /**
     * Asks each rule of a version that runs.
     *
     * @return by name, in the order of the definition
     * @throws ItemUnavailable when its bundle is gone
     */
    public Map<String, Heard> ask(ItemVersion version, Application application) {
        try (Lease lease = lease(() -> version, ItemCalls::rules).lease()) {
            return ask(version, lease, application, patience(), Use.FILING);
        }
    }

    /**
     * What a rule answered.
     *
     * @param findings when they make sense
     * @param why there are none otherwise, for the author of the rule
     * @param again whether a hall that had too much to do may be the reason
     */
    public record Heard(Optional<List<Finding>> findings, String why, boolean again) {}

    private Checked check(ItemVersion version, Lease lease, Application application, Patience patience, Use use) {
        List<Finding> findings = new ArrayList<>();
        List<String> unchecked = new ArrayList<>();
        ask(version, lease, application, patience, use)
                .forEach(
                        (rule, heard) -> heard.findings().ifPresentOrElse(findings::addAll, () -> unchecked.add(rule)));
        return new Checked(version.version(), List.copyOf(findings), List.copyOf(unchecked));
    }

    private Map<String, Heard> ask(
            ItemVersion version, Lease lease, Application application, Patience patience, Use use) {
        Map<String, Optional<Call<List<Finding>>>> calls = new LinkedHashMap<>();
        for (String rule : version.definition().rules()) {
            calls.put(
                    rule,
                    patience.during(() -> lease.rule(
                            use,
                            rule,
                            limits(patience.left(), settings.rule_millis(), settings.rule_megabytes()),
                            // copied there, because even walking through its list is item code
                            service -> Sense.copy(service.get(Rule.class).check(application)))));
        }
        Map<String, Heard> heard = new LinkedHashMap<>();
        calls.forEach((rule, call) -> heard.put(rule, heard(version, lease, use, rule, call)));
        return heard;
    }

    private Heard heard(ItemVersion version, Lease lease, Use use, String rule, Optional<Call<List<Finding>>> call) {
        if (call.isEmpty()) {
            return new Heard(Optional.empty(), "it cannot be called", true);
        }
        Answered<List<Finding>> answered = answer(version, rule, call.get());
        String why = answered.answer()
                .map(found -> Sense.nonsense(version, rule, found))
                .orElse(answered.why());
        if (answered.answer().isPresent() && !why.isEmpty()) {
            lease.nonsense(use, rule);
        }
        return new Heard(answered.answer().filter(found -> why.isEmpty()), why, answered.late());
    }

    private Leased lease(Supplier<ItemVersion> serving, Function<ItemVersion, List<String>> needs) {
        long until = System.nanoTime() + settings.wait_seconds() * 1_000_000_000L;
        while (true) {
            // asked again each time, because the bundle may be missing only while another version takes over
            ItemVersion version = serving.get();
            Optional<Lease> lease = bundles.lease(version, needs.apply(version));
            if (lease.isPresent()) {
                return new Leased(version, lease.get());
            }
            if (System.nanoTime() >= until) {
                LOG.warn("The bundle of {} is not there; its cases wait", version);
                throw new ItemUnavailable(version.toString());
            }
            try {
                bundles.awaitChange();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ItemUnavailable(version.toString());
            }
        }
    }

    /** The answer of a call, or why there is none. */
    private record Answered<T>(Optional<T> answer, String why, boolean late) {}

    private static <T> Answered<T> answer(ItemVersion version, String name, Call<T> call) {
        String why;
        boolean late = false;
        try {
            return new Answered<>(Optional.ofNullable(call.await()), "it answered nothing", false);
        } catch (ExecutionException e) {
            // by name only: a message may quote answers, and the object would keep the item's classes
            why = "it threw " + Sense.trace(e.getCause());
        } catch (TimeoutException e) {
            why = "it did not answer in time";
            late = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            why = "the hall is stopping";
        }
        LOG.warn("'{}' of {}: {}", name, version, why);
        return new Answered<>(Optional.empty(), why, late);
    }

    private static Limits limits(Duration patience, int millis, int megabytes) {
        return new Limits(patience, Duration.ofMillis(millis), (long) megabytes << 20);
    }

    private static List<String> rules(ItemVersion version) {
        return version.definition().rules().stream()
                .map(name -> Running.RULE + " " + name)
                .toList();
    }
}
