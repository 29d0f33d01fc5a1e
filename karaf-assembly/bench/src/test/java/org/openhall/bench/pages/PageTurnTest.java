package org.openhall.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Wire;

class PageTurnTest {

    private final Failures failures = new Failures();

    @Test
    void onlyAWholePageCounts() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        answer(server, "/whole", "<html>一</html>\n");
        answer(server, "/half", "<html>一");
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (var wire = new Wire(address)) {
            assertThat(read("/whole", wire)).isEqualTo(1);
            assertThat(failures.total()).isZero();

            assertThat(read("/half", wire)).isZero();
            assertThat(read("/nowhere", wire)).isZero();
            assertThat(failures.counts()).containsEntry("not whole", 1L).containsEntry("404", 1L);
        } finally {
            server.stop(0);
        }
    }

    private long read(String path, Wire wire) throws IOException {
        var turn = new PageTurn(path, PageTurn.HTML, failures);
        turn.take(0, wire);
        return turn.read();
    }

    private static void answer(HttpServer server, String path, String page) {
        server.createContext(path, exchange -> {
            byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
