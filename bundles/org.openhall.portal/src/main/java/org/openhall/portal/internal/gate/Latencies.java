package org.openhall.portal.internal.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.openhall.api.metrics.Measure;

/** How long answers took, by route. There are as many routes as the hall has kinds of pages. */
final class Latencies {

    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final double NANOS = 1e9;

    private final Map<String, Route> routes = new ConcurrentHashMap<>();

    private static final class Route {

        private final LongAdder[] counts =
                Stream.generate(LongAdder::new).limit(BOUNDS.length + 1L).toArray(LongAdder[]::new);
        private final LongAdder nanos = new LongAdder();
    }

    void add(String name, long nanos) {
        Route route = routes.get(name); // computeIfAbsent alone may wait for others also when there is nothing to make
        if (route == null) {
            route = routes.computeIfAbsent(name, made -> new Route());
        }
        double seconds = nanos / NANOS;
        int bucket = 0;
        while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
            bucket++;
        }
        route.counts[bucket].increment();
        route.nanos.add(nanos);
    }

    Measure.Spread measure() {
        List<Double> bounds = Arrays.stream(BOUNDS).boxed().toList();
        List<Measure.Distribution> spread = routes.entrySet().stream()
                .map(entry -> new Measure.Distribution(
                        Map.of("route", entry.getKey()),
                        bounds,
                        Arrays.stream(entry.getValue().counts)
                                .map(LongAdder::sum)
                                .toList(),
                        entry.getValue().nanos.sum() / NANOS))
                .toList();
        return new Measure.Spread("hall_http_request_duration_seconds", "How long answers took.", spread);
    }
}
