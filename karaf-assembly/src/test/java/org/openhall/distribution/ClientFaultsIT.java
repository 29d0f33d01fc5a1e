package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that take places and do not use them. */
class ClientFaultsIT {

    private static final int IDLE_SECONDS = 8;
    private static final int AT_ONCE = 8;

    private static Hall hall;

    @BeforeAll
    static void start() throws IOException {
        Path home = Hall.newHome("clients");
        Path etc = Files.createDirectories(home.resolve("etc"));
        Files.writeString(
                etc.resolve("custom.properties"),
                Files.readString(Hall.DISTRIBUTION.resolve("etc/custom.properties"))
                        .replaceFirst("http.timeout = \\d+", "http.timeout = " + IDLE_SECONDS * 1_000));
        letIn(AT_ONCE, home);
        hall = Hall.on(home).awaitReady();
    }

    /** So many requests at once are worked on in the hall that will lie there. */
    static void letIn(int atOnce, Path home) throws IOException {
        Files.writeString(
                Files.createDirectories(home.resolve("etc")).resolve("org.openhall.portal.gate.cfg"),
                Files.readString(Hall.DISTRIBUTION.resolve("etc/org.openhall.portal.gate.cfg"))
                        .replaceFirst("at.once = \\d+", "at.once = " + atOnce));
    }

    @AfterAll
    static void stop() {
        hall.close();
    }

    @Test
    void clientsThatNeverFinishTheirBodyKeepNobodyOut() throws IOException {
        LiveHeap heap = LiveHeap.of(hall);
        List<Socket> stuck = new ArrayList<>();
        for (int i = 0; i < 5 * AT_ONCE; i++) {
            // programs, and then people's browsers, of which some send only the head
            stuck.add(send(
                    i < 2 * AT_ONCE
                            ? "POST /api/v1/session HTTP/1.1\r\nHost: hall\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 100\r\n\r\n{\"username\":"
                            : "POST /progress HTTP/1.1\r\nHost: hall\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                    + "Accept: text/html\r\nContent-Length: 100\r\n\r\n"
                                    + (i % 4 == 1 ? "" : "number=")));
        }
        Hall.await(
                "those who find no place to be told",
                () -> stuck.stream().filter(ClientFaultsIT::isAnswered).count() >= 4 * AT_ONCE);
        for (int i = 0; i < 20; i++) {
            Instant asked = Instant.now();
            hall.api().get("/api/v1/items?q=a").expect(200);
            hall.api().as(hall.account("chenguang"));
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(IDLE_SECONDS));
        }
        List<String> answers = new ArrayList<>();
        for (Socket socket : stuck) {
            try (socket) {
                socket.setSoTimeout((IDLE_SECONDS + 10) * 1_000);
                answers.add(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(answers)
                .allMatch(answer -> answer.startsWith("HTTP/1.1 408 ") || answer.startsWith("HTTP/1.1 503 "));
        assertThat(answers)
                .filteredOn(answer -> answer.startsWith("HTTP/1.1 408 "))
                .as("waited for to the end")
                .hasSizeBetween(1, 2 * AT_ONCE);
        assertThat(answers)
                .filteredOn(answer -> answer.startsWith("HTTP/1.1 503 "))
                .allMatch(answer -> answer.contains("Retry-After: "));
        heap.awaitLessThanMore(10);
    }

    @Test
    void twoThousandIdleConnectionsCostNextToNothing() throws IOException {
        LiveHeap heap = LiveHeap.of(hall);
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 2_000; i++) {
                // half of them begin to say something
                idle.add(send(i % 2 == 0 ? "" : "GET /items HTTP/1.1\r\nHost: ha"));
            }
            for (int i = 0; i < 50; i++) {
                Instant asked = Instant.now();
                hall.api().with("Accept", "text/html").get("/items").expect(200);
                assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
            }
            heap.assertLessThanMore(60);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
        heap.awaitLessThanMore(10);
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket send(String some) {
        try {
            var socket = new Socket();
            socket.connect(new InetSocketAddress("127.0.0.1", hall.port()), 10_000);
            socket.getOutputStream().write(some.getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
