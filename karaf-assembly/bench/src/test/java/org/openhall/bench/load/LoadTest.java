package org.openhall.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final Failures failures = new Failures();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool());
        answer("/whole", "{\"version\":\"1.0.0\",\"id\":7}", 0);
        answer("/chunks", "一二三".repeat(20_000), -1);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void oneConnectionIsKeptForAnswersOfEveryShape() throws IOException {
        try (var wire = new Wire(address())) {
            Reply first = wire.send(Request.get("/whole"));
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.field("version")).isEqualTo("1.0.0");
            assertThat(first.field("id")).isEqualTo("7");
            assertThat(wire.send(Request.post("/chunks", "token", "{}")).body()).hasSize(60_000);
            assertThat(wire.send(Request.get("/nowhere")).status()).isEqualTo(404);
            assertThat(wire.send(Request.get("/whole")).body()).isEqualTo(first.body());
        }
    }

    @Test
    void whatWaitsBehindASlowAnswerCountsFromTheTimeItWasDue() {
        Turn slowOnce = (number, wire) -> {
            if (number == 0) {
                Pause.millis(300);
            }
            return "turn";
        };

        Measured measured =
                Load.open(address(), slowOnce, failures, 100).start(1).stopAfter(Duration.ofMillis(600));

        assertThat(measured.latencies().count())
                .isBetween(40L, 2 + measured.took().toMillis() / 10);
        assertThat(measured.latencies().millis(100)).isGreaterThanOrEqualTo(290);
        assertThat(measured.latencies().millis(75)).isGreaterThan(50);
        assertThat(measured.silence()).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void aConnectionThatBreaksIsAFailureAndTheLoadGoesOn() {
        server.stop(0);
        Turn one = (number, wire) -> {
            wire.send(Request.get("/whole"));
            return "turn";
        };

        Measured measured = Load.closed(address(), one, failures).start(2).stopAfter(Duration.ofMillis(100));

        assertThat(measured.latencies().count()).isPositive();
        assertThat(failures.counts()).containsOnlyKeys("connection");
    }

    @Test
    void anAnswerOfAnotherStatusIsToldWithItsRequest() throws IOException {
        try (var wire = new Wire(address())) {
            Request request = Request.get("/nowhere");
            assertThat(failures.expect(200, request, wire.send(request))).isFalse();
        }
        assertThat(failures.counts()).containsEntry("404", 1L);
        assertThat(failures.examples()).first().asString().contains("GET /nowhere answered 404");
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(String path, String text, int shape) {
        server.createContext(path, exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, shape < 0 ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
