package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Items come and change while the hall serves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorIT {

    private static final String YAML = "OPENHALL-INF/item.yaml";

    private Hall hall;
    private Filer filer;

    @BeforeAll
    void open() {
        hall = Hall.demo();
        filer = new Filer(hall);
    }

    @AfterAll
    void close() {
        hall.close();
    }

    @Test
    void aCaseStaysOnItsVersionWhileNewOnesAreFiledOnTheNext() {
        Kiosk.version("1.2.0").enter(hall);
        Filer.Filed old = filer.file("chenguang");

        Kiosk.version("1.3.0")
                .with(YAML, yaml -> yaml.replace("      accept: {to: [decision]", "      accept: {to: [issuing]"))
                .with(YAML, yaml -> yaml.replaceAll("(?s)  decision:.*?  issuing:", "  issuing:"))
                .with(YAML, yaml -> yaml.replace("marks: accepted, clock: start", "marks: granted, clock: start"))
                .enter(hall);
        Filer.Filed fresh = filer.file("chenguang");

        filer.act(old, "wangmin", "accept").expect(200);
        filer.act(fresh, "wangmin", "accept").expect(200);
        assertThat(openSteps(old, "qianjun")).contains("decision");
        assertThat(openSteps(fresh, "zhouting")).contains("issuing");
    }

    @Test
    void aBrokenItemIsRefusedWithFileLineAndReasonAndTheHallGoesOn() {
        Kiosk.version("2.0.0")
                .with(YAML, yaml -> yaml.replace("post: approve", "post: aprove"))
                .dropInto(hall);

        Hall.await("the refusal in the log", () -> log().contains("aprove"));
        assertThat(log()).containsPattern("item\\.yaml:[0-9]+: .*aprove");
        hall.api().get("/ready").expect(200);
        hall.api().get("/items").expect(200);
    }

    @Test
    void whatEnteredIsThereAgainAfterTheProcessWasKilled() {
        Path home = Hall.newHome("killed");
        Filer.Filed filed;
        try (Hall first = Hall.on(home).awaitReady()) {
            Kiosk.version("1.0.0").enter(first);
            filed = new Filer(first).file("chenguang");
            first.kill();
        }
        try (Hall second = Hall.on(home).awaitReady()) {
            Filer again = new Filer(second);
            assertThat(again.progress(filed).path("state").asText()).isEqualTo("submitted");
            again.act(filed, "wangmin", "accept").expect(200);
            second.api().get("/api/v1/items/" + Kiosk.CODE).expect(200);
            assertThat(again.as("chenguang")
                            .post("/api/v1/applications", Map.of("item", Kiosk.CODE))
                            .status())
                    .isEqualTo(201);
        }
    }

    private String openSteps(Filer.Filed filed, String official) {
        return filer.as(official)
                .get("/api/v1/desk/cases/" + filed.number())
                .expect(200)
                .json()
                .path("tasks")
                .toString();
    }

    private String log() {
        try {
            return Files.readString(hall.home().resolve("log/hall.log"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
