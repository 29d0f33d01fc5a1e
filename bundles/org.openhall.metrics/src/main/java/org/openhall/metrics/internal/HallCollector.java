package org.openhall.metrics.internal;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openhall.api.metrics.Measure;
import org.openhall.api.metrics.Measured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the parts of the hall for their numbers at the moment somebody reads them. */
final class HallCollector implements MultiCollector {

    private static final Logger LOG = LoggerFactory.getLogger(HallCollector.class);

    private final Supplier<? extends Iterable<Measured>> parts;

    HallCollector(Supplier<? extends Iterable<Measured>> parts) {
        this.parts = parts;
    }

    @Override
    public MetricSnapshots collect() {
        List<MetricSnapshot> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Measured part : parts.get()) {
            try {
                part.measures().stream()
                        .filter(measure -> names.add(measure.name()))
                        .map(HallCollector::snapshot)
                        .forEach(found::add);
            } catch (RuntimeException e) {
                LOG.warn("A part of the hall could not be measured", e);
            }
        }
        return new MetricSnapshots(found);
    }

    private static MetricSnapshot snapshot(Measure measure) {
        if (measure instanceof Measure.Count count) {
            var counter = CounterSnapshot.builder().name(count.name()).help(count.help());
            count.samples()
                    .forEach(sample -> counter.dataPoint(CounterDataPointSnapshot.builder()
                            .labels(labels(sample.labels()))
                            .value(sample.value())
                            .build()));
            return counter.build();
        }
        if (measure instanceof Measure.Level level) {
            var gauge = GaugeSnapshot.builder().name(level.name()).help(level.help());
            level.samples()
                    .forEach(sample -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                            .labels(labels(sample.labels()))
                            .value(sample.value())
                            .build()));
            return gauge.build();
        }
        var spread = (Measure.Spread) measure;
        var histogram = HistogramSnapshot.builder().name(spread.name()).help(spread.help());
        spread.distributions()
                .forEach(distribution -> histogram.dataPoint(HistogramDataPointSnapshot.builder()
                        .labels(labels(distribution.labels()))
                        .classicHistogramBuckets(buckets(distribution))
                        .sum(distribution.sum())
                        .build()));
        return histogram.build();
    }

    private static ClassicHistogramBuckets buckets(Measure.Distribution distribution) {
        List<Double> bounds = Stream.concat(distribution.bounds().stream(), Stream.of(Double.POSITIVE_INFINITY))
                .toList();
        return ClassicHistogramBuckets.of(bounds, distribution.counts());
    }

    private static Labels labels(Map<String, String> labels) {
        Labels all = Labels.EMPTY;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            all = all.add(label.getKey(), label.getValue());
        }
        return all;
    }
}
