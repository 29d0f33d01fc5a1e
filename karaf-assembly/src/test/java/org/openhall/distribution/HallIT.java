package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The distribution as whoever runs it sees it. */
@ExtendWith(SharedHall.class)
class HallIT {

    @Test
    void theHallIsReadyAndSaysSo(Hall hall) {
        Answer answer = hall.api().get("/ready").expect(200);

        assertThat(answer.json().path("ready").asBoolean()).isTrue();
        assertThat(answer.json().path("parts"))
                .isNotEmpty()
                .allMatch(part -> part.path("ready").asBoolean());
        assertThat(answer.header("Server")).isEmpty();
        Hall.await("the address", () -> hall.consoleText().contains("OpenHall is open: " + hall.address() + "/"));
    }

    @Test
    void itListensOnOnePortOfThisMachineOnly(Hall hall) {
        assertThat(Listening.by(hall.pid())).containsExactly("127.0.0.1:" + hall.port());
    }

    @Test
    void everythingThatChangesLiesInItsHome(Hall hall) {
        assertThat(Hall.DISTRIBUTION.resolve("data/cache")).doesNotExist();
        assertThat(Hall.DISTRIBUTION.resolve("instances")).doesNotExist();
        assertThat(hall.home().resolve("log/hall.log")).isRegularFile();
    }

    @Test
    void aSecondHallOnTheSameHomeIsRefused(Hall hall) {
        var console = hall.consoleText();
        try (var second = Hall.on(hall.home())) {
            assertThat(second.awaitEnd()).isEqualTo(1);
        }
        assertThat(hall.consoleText().substring(console.length())).contains("already running");
        hall.api().get("/ready").expect(200);
    }

    @Test
    void fromTheFirstConnectionToTheLastItNeverSaysThatAPageIsNotThere() {
        var opening = new TreeSet<Integer>();
        var stopping = new TreeSet<Integer>();
        try (var hall = Hall.on(Hall.newHome("opening"), "--empty")) {
            Hall.await("the hall", () -> {
                hall.answers("/api/v1/items").ifPresent(opening::add);
                return opening.contains(200);
            });
            var stop = new Thread(hall::stop);
            stop.start();
            while (stop.isAlive()) {
                hall.answers("/api/v1/items").ifPresent(stopping::add);
            }
        }
        assertThat(opening).as("while it opens").isSubsetOf(200, 503);
        assertThat(stopping).as("while it stops").isSubsetOf(200, 503);
    }

    @Test
    void whatWasBegunIsAnsweredWhenTheHallIsToldToStop() throws Exception {
        try (var hall = Hall.on(Hall.newHome("farewell"), "--empty").awaitReady();
                var line = new Socket(hall.address().getHost(), hall.port())) {
            byte[] body = "{\"username\":\"nobody\",\"password\":\"nothing\"}".getBytes(StandardCharsets.US_ASCII);
            send(
                    line,
                    ("POST /api/v1/session HTTP/1.1\r\nHost: hall\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            send(line, Arrays.copyOf(body, 5));
            hall.api().get("/ready").expect(200);
            var stop = new Thread(hall::stop);
            stop.start();
            Hall.await("the closed port", () -> hall.answers("/ready").isEmpty());
            send(line, Arrays.copyOfRange(body, 5, body.length));

            var answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 401 ")
                    .contains("\"status\":401")
                    .endsWith("}");
            stop.join();
        }
    }

    private static void send(Socket line, byte[] bytes) throws IOException {
        line.getOutputStream().write(bytes);
        line.getOutputStream().flush();
    }

    @Test
    void itStopsWhenToldAndOpensAgainOnItsHome() {
        var home = Hall.newHome("again");
        String before;
        try (var hall = Hall.on(home, "--empty").awaitReady()) {
            assertThat(hall.stop()).isLessThan(Duration.ofSeconds(20));
            before = hall.consoleText();
        }
        try (var hall = Hall.on(home, "--empty").awaitReady()) {
            assertThat(hall.consoleText().substring(before.length())).doesNotContain(" ERROR ");
        }
    }

    @Test
    void aKilledHallOpensAgainOnItsHome() {
        var home = Hall.newHome("killed");
        try (var hall = Hall.on(home, "--empty").awaitReady()) {
            hall.kill();
        }
        try (var hall = Hall.on(home, "--empty").awaitReady()) {
            hall.api().get("/ready").expect(200);
        }
    }
}
