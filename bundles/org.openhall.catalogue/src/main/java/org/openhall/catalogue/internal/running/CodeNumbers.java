package org.openhall.catalogue.internal.running;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openhall.api.metrics.Measure;
import org.openhall.api.metrics.Measure.Sample;
import org.openhall.api.metrics.Measured;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the code of items behaves, in numbers. */
@Component(service = Measured.class)
public final class CodeNumbers implements Measured {

    private final ItemBundles bundles;

    @Activate
    public CodeNumbers(@Reference ItemBundles bundles) {
        this.bundles = bundles;
    }

    @Override
    public List<Measure> measures() {
        Map<String, Health> healths = bundles.healths();
        return List.of(
                new Measure.Count(
                        "hall_item_calls_failed",
                        "Calls into the code of a version that threw, answered nonsense, were given up or not made: not checked.",
                        samples(healths, Health::failures)),
                new Measure.Level(
                        "hall_item_breaker_open",
                        "Whether the code of a version is not called any more: 1 or 0.",
                        samples(healths, health -> health.open() ? 1 : 0)),
                new Measure.Level(
                        "hall_item_threads_lost",
                        "Threads that have not come back from the code of a version.",
                        samples(healths, Health::lost)));
    }

    /** "key 1.2.3": keys have no blanks. */
    private static List<Sample> samples(Map<String, Health> healths, ToDoubleFunction<Health> number) {
        return healths.entrySet().stream()
                .map(entry -> {
                    String[] name = entry.getKey().split(" ", 2);
                    return new Sample(
                            Map.of("item", name[0], "version", name[1]), number.applyAsDouble(entry.getValue()));
                })
                .toList();
    }
}
