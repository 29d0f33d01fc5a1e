package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A bundle that was built against the first release of {@code org.openhall.item} and is kept as it was, code and all: it must run in today's hall.
 */
@ExtendWith(SharedHall.class)
class KeptItemIT {

    private static final String ITEM = "kept-kiosk";
    private static final Path JAR = Path.of("src", "test", "resources", "kept", "item-1.0.jar");

    private final Hall hall;

    KeptItemIT(Hall hall) {
        this.hall = hall;
    }

    @Test
    void anItemBuiltLongAgoIsFiledAndDecided() throws IOException {
        hall.drop("kept.jar", Files.readAllBytes(JAR));
        Hall.await(
                "the kept item", () -> hall.api().get("/api/v1/items/" + ITEM).status() == 200);
        Filer filer = new Filer(hall, ITEM);

        Filer.Filed filed = filer.file("chenguang");
        filer.act(filed, "wangmin", "accept").expect(200);

        Hall.await("its own step", () -> state(filer, filed).equals("granted"));
        filer.act(filed, "zhouting", "complete").expect(200);
        assertThat(state(filer, filed)).isEqualTo("completed");
    }

    private static String state(Filer filer, Filer.Filed filed) {
        return filer.progress(filed).path("state").asText();
    }
}
