package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hall of which one part never comes. */
@ExtendWith(SharedHall.class)
class ClosedHallIT {

    private static Hall hall;

    @BeforeAll
    static void startWithoutOnePart() throws IOException {
        Path home = Hall.newHome("closed");
        Files.createDirectories(home.resolve("etc"));
        Files.writeString(home.resolve("etc/org.openhall.portal.gate.cfg"), "expected = storage,nobody\n");
        hall = Hall.on(home, "--empty");
        Hall.await(
                "the gate",
                () -> hall.api().get("/ready").json().at("/parts/0/ready").asBoolean());
    }

    @AfterAll
    static void stop() {
        hall.close();
    }

    @Test
    void readySaysWhichPartIsMissing() {
        Answer answer = hall.api().get("/ready").expect(503);

        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.json().at("/ready").asBoolean()).isFalse();
        assertThat(answer.json().at("/parts/1/part").asText()).isEqualTo("nobody");
        assertThat(answer.json().at("/parts/1/ready").asBoolean()).isFalse();
    }

    @Test
    void programsGetAProblemAndNever404() {
        for (String path : new String[] {"/api/v1/items", "/api/v1/nothing", "/nothing", "/"}) {
            Answer answer = hall.api().get(path).expect(503);
            assertThat(answer.header("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.header("Retry-After")).isPresent();
        }
    }

    @Test
    void whoSentAFormGetsItBackWithoutThePassword() {
        var page = hall.api()
                .with("Accept", "text/html")
                .postForm("/somewhere", "name=%3Cb%3E%22%E5%BC%A0%E4%B8%89&password=secret");

        page.expect(503);
        assertThat(page.text())
                .contains("value=\"&lt;b&gt;&quot;张三\"", "action=\"/somewhere\"")
                .doesNotContain("secret");
    }

    @Test
    void peopleSeeAPageThatTheyCanRead(Chromium browser) {
        try (var window = browser.window(hall, 390, true)) {
            assertThat(window.page().navigate("/").status()).isEqualTo(503);
            window.fits().accessible().picture("closed-390");
        }
    }
}
