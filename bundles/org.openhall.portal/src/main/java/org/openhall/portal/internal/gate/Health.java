package org.openhall.portal.internal.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openhall.api.health.Readiness;
import org.openhall.api.metrics.Measure;
import org.openhall.api.metrics.Measured;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Knows which parts the hall consists of and which of them serve. Parts come and go; a part that nobody offers does not serve. */
@Component(
        service = {Health.class, Measured.class},
        configurationPid = "org.openhall.portal.gate")
public final class Health implements Measured {

    /** Settings read from {@code config/org.openhall.portal.gate.cfg}. */
    public @interface Config {
        /** The parts that must serve before the hall is ready, separated by commas. */
        String expected() default "storage,users,items,materials,cases,portal";
    }

    /**
     * One part, as {@code GET /ready} shows it.
     *
     * @param part its name
     * @param ready whether it serves
     * @param detail more for the administrator; may be empty
     */
    public record Part(String part, boolean ready, String detail) {}

    private final Map<Readiness, String> offered = new ConcurrentHashMap<>();
    private final List<String> expected;

    @Activate
    public Health(BundleContext context, Config config) {
        // A demo hall lets nobody in before its people are there.
        String demo = Boolean.parseBoolean(context.getProperty("openhall.demo")) ? ",demo" : "";
        expected = Arrays.stream((config.expected() + demo).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether every expected part serves; asked on every request, so it only looks into memory. */
    public boolean ready() {
        return expected.stream().allMatch(this::serves);
    }

    /** Every expected part in the order of the configuration. */
    public List<Part> parts() {
        return expected.stream().map(this::look).toList();
    }

    @Override
    public List<Measure> measures() {
        List<Measure.Sample> parts = expected.stream()
                .map(part -> new Measure.Sample(Map.of("part", part), serves(part) ? 1 : 0))
                .toList();
        return List.of(new Measure.Level("hall_part_ready", "Whether a part of the hall serves: 1 or 0.", parts));
    }

    private boolean serves(String part) {
        return offered.entrySet().stream()
                .anyMatch(
                        entry -> entry.getValue().equals(part) && entry.getKey().ready());
    }

    private Part look(String part) {
        return offered.entrySet().stream()
                .filter(entry -> entry.getValue().equals(part))
                .map(entry ->
                        new Part(part, entry.getKey().ready(), entry.getKey().detail()))
                .findFirst()
                .orElseGet(() -> new Part(part, false, "not there yet"));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "withdraw")
    void offer(Readiness readiness) {
        offered.put(readiness, readiness.part());
    }

    void withdraw(Readiness readiness) {
        offered.remove(readiness);
    }
}
