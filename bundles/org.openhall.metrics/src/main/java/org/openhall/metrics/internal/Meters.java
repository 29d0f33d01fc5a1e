package org.openhall.metrics.internal;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.openhall.api.metrics.Measured;

/** All that can be read: the parts of the hall, the Java machine and the process. */
final class Meters implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ProcessMeters process;

    Meters(Supplier<? extends Iterable<Measured>> parts, Optional<Path> home) {
        process = new ProcessMeters(registry, home);
        registry.getPrometheusRegistry().register(new HallCollector(parts));
    }

    void write(OutputStream out) throws IOException {
        registry.scrape(out);
    }

    @Override
    public void close() {
        process.close();
        registry.close();
    }
}
