package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever items the distribution ships: each of their sample applications is accepted, taken to its end or returned in this very hall as the
 * sample says. Passes with no items at all.
 */
@ExtendWith(SharedHall.class)
class ShippedItemsIT {

    private final Filer filer;
    private final Samples samples;

    ShippedItemsIT(Hall hall) {
        filer = new Filer(hall);
        samples = new Samples(hall, filer);
    }

    @TestFactory
    Stream<DynamicTest> everySampleComesOutAsItSays() throws IOException {
        Path items = Hall.DISTRIBUTION.resolve("items");
        if (!Files.isDirectory(items)) {
            return Stream.empty();
        }
        try (Stream<Path> jars = Files.list(items)) {
            return jars.toList().stream().flatMap(this::samples);
        }
    }

    private Stream<DynamicTest> samples(Path file) {
        String item = Samples.header(file, "OpenHall-Item");
        return Samples.in(file).entrySet().stream().map(sample -> test(item, sample.getKey(), sample.getValue()));
    }

    private DynamicTest test(String item, String name, JsonNode sample) {
        return DynamicTest.dynamicTest(item + " " + name, () -> {
            if (sample.has("problems")) {
                assertThat(Samples.texts(samples.submit(item, sample)
                                .expect(422)
                                .json()
                                .path("errors")
                                .findValues("pointer")))
                        .containsAll(Samples.texts(sample.path("problems")));
            } else {
                Filer.Filed filed = samples.file(item, sample);
                Samples.texts(sample.path("acts")).forEach(action -> samples.act(filed, action));
                assertThat(filer.progress(filed).path("state").asText())
                        .isEqualTo(sample.path("state").asText());
            }
        });
    }
}
