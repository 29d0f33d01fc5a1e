package org.openhall.bench.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.bench.hall.Person;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Wire;

class CaseClientTest {

    private static final Person CITIZEN = new Person("citizen", "c");

    private final Failures failures = new Failures();
    private final Receipts receipts = new Receipts();
    private final List<String> asked = new ArrayList<>();
    private HttpServer hall;
    private int submitStatus = 201;

    @BeforeEach
    void open() throws IOException {
        hall = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        hall.createContext("/", this::answer);
        hall.start();
    }

    @AfterEach
    void close() {
        hall.stop(0);
    }

    @Test
    void aCaseIsNineRequestsAndIsDecidedWithTheLast() throws IOException {
        turns(client(0), 8);
        assertThat(receipts.filed().size()).isEqualTo(1);
        assertThat(receipts.decided().size()).isZero();

        asked.clear();
        turns(client(0), 9);

        assertThat(receipts.decided().size()).isEqualTo(1);
        assertThat(asked)
                .containsExactly(
                        "POST /api/v1/applications",
                        "PUT /api/v1/applications/7/answers",
                        "POST /api/v1/applications/7/submit",
                        "GET /api/v1/desk/cases?stage=intake&limit=20",
                        "POST /api/v1/desk/cases/A-1/accept",
                        "GET /api/v1/desk/cases?stage=review&limit=20",
                        "POST /api/v1/desk/cases/A-1/pass",
                        "GET /api/v1/desk/cases?stage=approve&limit=20",
                        "POST /api/v1/desk/cases/A-1/approve");
        assertThat(failures.total()).isZero();
    }

    @Test
    void aFileIsHandedInBeforeTheCaseIsFiled() throws IOException {
        turns(client(1), 10);

        assertThat(asked).hasSize(10).contains("POST /api/v1/applications/7/materials/paper");
        assertThat(receipts.uploads()).isEqualTo(1);
        assertThat(receipts.decided().size()).isEqualTo(1);
    }

    @Test
    void aFilingThatFailsIsCountedAndTheNextCaseBegins() throws IOException {
        submitStatus = 503;
        turns(client(0), 4);

        assertThat(failures.counts()).containsEntry("5xx", 1L);
        assertThat(receipts.unanswered()).isEqualTo(1);
        assertThat(receipts.filed().size()).isZero();
        assertThat(asked.get(3)).isEqualTo("POST /api/v1/applications");
    }

    private CaseClient client(int paper) {
        return new CaseWork(
                        "bench",
                        new ConcurrentHashMap<>(),
                        List.of(CITIZEN),
                        List.of(
                                new Act("intake", "accept", CITIZEN),
                                new Act("review", "pass", CITIZEN),
                                new Act("approve", "approve", CITIZEN)),
                        paper,
                        receipts,
                        failures)
                .clients(1)
                .get(0);
    }

    private void turns(CaseClient client, int count) throws IOException {
        try (var wire =
                new Wire(URI.create("http://127.0.0.1:" + hall.getAddress().getPort()))) {
            for (int i = 0; i < count; i++) {
                client.take(i, wire);
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestMethod() + " " + path);
        exchange.getRequestBody().readAllBytes();
        if (path.endsWith("/applications")) {
            answer(exchange, 201, "{\"id\":7,\"version\":\"1.0.0\"}");
        } else if (path.endsWith("/answers")) {
            answer(exchange, 200, "{\"revision\":1,\"problems\":[]}");
        } else if (path.endsWith("/submit")) {
            answer(exchange, submitStatus, "{\"number\":\"A-1\"}");
        } else if (path.endsWith("/materials/paper")) {
            answer(exchange, 201, "{}");
        } else {
            answer(exchange, 200, "{\"cases\":[{\"number\":\"A-1\"}],\"next\":null}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
