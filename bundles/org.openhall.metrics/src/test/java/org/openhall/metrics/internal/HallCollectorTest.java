package org.openhall.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.api.metrics.Measure;
import org.openhall.api.metrics.Measured;
import org.openhall.api.metrics.Tally;

class HallCollectorTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void countsLevelsAndSpreadsAreReadAsPrometheusWantsThem() {
        Tally filed = new Tally("hall_cases_filed", "Cases that were filed.", "item");
        filed.count(3, "parking");
        Measure spread = new Measure.Spread(
                "hall_http_request_duration_seconds",
                "How long answers took.",
                List.of(new Measure.Distribution(
                        Map.of("route", "/items/{code}"), List.of(0.1, 1.0), List.of(4L, 2L, 1L), 5.5)));

        String text = read(() -> List.of(filed.measure(), Measure.Level.of("hall_under_way", "Requests.", 2), spread));

        assertThat(text)
                .contains("# TYPE hall_cases_filed_total counter")
                .contains("hall_cases_filed_total{item=\"parking\"} 3.0")
                .contains("hall_under_way 2.0")
                .contains("hall_http_request_duration_seconds_bucket{route=\"/items/{code}\",le=\"0.1\"} 4")
                .contains("hall_http_request_duration_seconds_bucket{route=\"/items/{code}\",le=\"1.0\"} 6")
                .contains("hall_http_request_duration_seconds_bucket{route=\"/items/{code}\",le=\"+Inf\"} 7")
                .contains("hall_http_request_duration_seconds_sum{route=\"/items/{code}\"} 5.5");
    }

    @Test
    void aPartThatFailsCostsOnlyItsOwnNumbers() {
        Measured broken = () -> {
            throw new IllegalStateException("gone");
        };

        String text = read(broken, () -> List.of(Measure.Level.of("hall_under_way", "Requests.", 2)));

        assertThat(text).contains("hall_under_way 2.0");
    }

    @Test
    void theProcessIsMeasuredToo() {
        var process = new ProcessMeters(registry, Optional.of(Path.of("")));

        String text = read();
        process.close();

        assertThat(text)
                .contains("jvm_memory_used_bytes")
                .contains("jvm_threads_live_threads")
                .contains("jvm_classes_loaded_classes")
                .contains("process_cpu_usage")
                .contains("process_files_open_files")
                .contains("disk_free_bytes");
    }

    private String read(Measured... parts) {
        registry.getPrometheusRegistry().register(new HallCollector(() -> List.of(parts)));
        return registry.scrape();
    }
}
