package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What whoever runs the hall can see of it. */
@ExtendWith(SharedHall.class)
class OperationsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static boolean entered;

    private final Hall hall;
    private final Filer filer;

    OperationsIT(Hall hall) {
        this.hall = hall;
        this.filer = new Filer(hall);
    }

    @BeforeEach
    void theKioskIsInTheHall() {
        if (!entered) {
            Kiosk.version("1.0.0").enter(hall);
            entered = true;
        }
    }

    @Test
    void aRequestHasOneNameInTheAnswerOnTheErrorPageAndInTheLog() {
        Answer page = hall.api()
                .with("Accept", "text/html")
                .with("X-Request-Id", "proxy-4711.a")
                .get("/items/nowhere?q=secret");
        Answer problem = hall.api()
                .with("X-Request-Id", "proxy-4711.b")
                .get("/api/v1/cases")
                .expect(401);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("X-Request-Id")).contains("proxy-4711.a");
        assertThat(page.text()).contains("proxy-4711.a");
        assertThat(problem.json().path("request").asText()).isEqualTo("proxy-4711.b");
        JsonNode line = await(1, "access.log", "proxy-4711.a").get(0);
        assertThat(line.path("method").asText()).isEqualTo("GET");
        assertThat(line.path("route").asText()).isEqualTo("/items/{code}");
        assertThat(line.path("status").asInt()).isEqualTo(404);
        assertThat(line.path("ms").asInt(-1)).isNotNegative();
        assertThat(OffsetDateTime.parse(line.path("time").asText())).isNotNull();
        assertThat(line.toString()).doesNotContain("secret").doesNotContain("nowhere");
    }

    @Test
    void aNameThatIsNoneIsNotTaken() {
        Answer answer =
                hall.api().with("X-Request-Id", "a b\"c").get("/api/v1/items").expect(200);

        assertThat(answer.header("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f]{16}"));
    }

    @Test
    void filingAndActingLeaveLinesWithTheNumberOfTheCase() {
        Filer.Filed filed = filer.file("chenguang");
        filer.act(filed, "wangmin", "accept").expect(200);

        assertThat(await(2, "access.log", filed.number()))
                .extracting(line -> line.path("route").asText())
                .contains("/api/v1/applications/{id}/submit", "/api/v1/desk/cases/{number}/{action}");
        List<JsonNode> lines = await(2, "hall.log", filed.number());
        assertThat(lines).extracting(line -> line.path("message").asText()).anyMatch(text -> text.contains("filed by"));
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.path("message").asText()).contains("accept by account");
            assertThat(line.path("case").asText()).isEqualTo(filed.number());
            assertThat(line.path("item").asText()).isEqualTo("test-kiosk");
            assertThat(line.path("version").asText()).isEqualTo("1.0.0");
            assertThat(line.path("request").asText()).isNotEmpty();
            assertThat(line.path("account").asText()).isNotEmpty();
        });
    }

    @Test
    void noLineSaysWhoSomebodyIsOrWhatWasTyped() {
        Filer.Filed filed = filer.file("chenguang");
        hall.api()
                .get("/api/v1/progress?number=" + filed.number() + "&code=" + filed.queryCode())
                .expect(200);
        await(1, "hall.log", filed.number());

        for (String file : List.of("hall.log", "access.log")) {
            assertThat(text(file))
                    .doesNotContain(filed.queryCode())
                    .doesNotContain("晨光")
                    .doesNotContain(hall.account("chenguang").password());
        }
    }

    @Test
    void everyLineIsOneJsonObject() {
        assertThat(text("hall.log").lines())
                .allSatisfy(
                        line -> assertThat(parse(line).path("level").asText()).isNotEmpty());
        assertThat(text("access.log").lines())
                .allSatisfy(
                        line -> assertThat(parse(line).path("route").asText()).isNotEmpty());
    }

    @Test
    void liveIsAboutTheProcessAndReadyAboutItsParts() {
        assertThat(hall.api().get("/live").expect(200).text()).isEqualTo("live\n");
        assertThat(hall.api().get("/ready").expect(200).json().path("parts")).isNotEmpty();
    }

    @Test
    void theMetricsSayWhatWasDoneAndNameNobody() {
        Filer.Filed filed = filer.file("chenguang");
        filer.act(filed, "wangmin", "accept").expect(200);
        hall.api().post("/api/v1/session", Map.of("username", "nobody", "password", "wrong-password-1"));

        String metrics = hall.api().get("/metrics").expect(200).text();

        assertThat(metrics)
                .containsPattern("hall_cases_filed_total\\{item=\"test-kiosk\"} [1-9]")
                .containsPattern("hall_acts_total\\{[^}]*item=\"test-kiosk\"[^}]*} [1-9]")
                .containsPattern("hall_sign_ins_total\\{result=\"wrong\"} [1-9]")
                .containsPattern("hall_uploads_bytes_total [1-9]")
                .containsPattern(
                        "hall_http_requests_total\\{[^}]*route=\"/api/v1/applications/\\{id}/submit\"[^}]*status=\"201\"")
                .contains(
                        "hall_http_request_duration_seconds_bucket{route=\"/api/v1/applications/{id}/submit\",le=\"0.05\"}")
                .contains("hall_part_ready{part=\"storage\"} 1.0")
                .contains("hall_database_connections_active{pool=\"changes\"}")
                .contains("hall_item_breaker_open{item=")
                .contains("hall_database_file_bytes")
                .contains("jvm_memory_used_bytes")
                .contains("process_resident_memory_bytes")
                .doesNotContain(filed.number())
                .doesNotContain("chenguang");
    }

    @Test
    void whoComesThroughAProxyReadsNoMetrics() {
        Answer answer =
                hall.api().with("X-Forwarded-For", "192.0.2.1").get("/metrics").expect(404);

        assertThat(answer.text()).doesNotContain("hall_").doesNotContain("jvm_");
        hall.api()
                .with("X-Forwarded-For", "192.0.2.1")
                .with("Authorization", "Bearer ")
                .get("/metrics")
                .expect(404);
    }

    /** Lines come a moment after the answer. */
    private List<JsonNode> await(int many, String file, String what) {
        Hall.await(
                many + " lines with " + what + " in " + file,
                () -> lines(file, what).size() >= many);
        return lines(file, what).stream().map(OperationsIT::parse).toList();
    }

    private List<String> lines(String file, String what) {
        return text(file).lines().filter(line -> line.contains(what)).toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    private String text(String file) {
        try {
            String all = Files.readString(hall.home().resolve("log").resolve(file));
            return all.substring(0, all.lastIndexOf('\n') + 1); // the last line may be on its way
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
