package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the first answer to the finished case, as programs see it. */
@ExtendWith(SharedHall.class)
class WholeWayIT {

    private final Hall hall;
    private final Filer filer;

    WholeWayIT(Hall hall, Filer filer) {
        this.hall = hall;
        this.filer = filer;
    }

    @Test
    void anApplicationBecomesACaseAndIsDecided() {
        Filer.Filed filed = filer.file("chenguang");

        assertThat(filer.progress(filed).path("state").asText()).isEqualTo("submitted");
        filer.act(filed, "wangmin", "accept").expect(200);
        filer.act(filed, "qianjun", "approve").expect(200);
        filer.act(filed, "zhouting", "complete").expect(200);
        assertThat(filer.progress(filed).path("state").asText()).isEqualTo("completed");
        JsonNode mine = filer.as("chenguang")
                .get("/api/v1/cases/" + filed.number())
                .expect(200)
                .json();
        assertThat(mine.path("state").asText()).isEqualTo("completed");
        assertThat(mine.path("answers").path("owner").asText()).isEqualTo("亳州市晨光广告有限公司");
    }

    @Test
    void anIncompleteApplicationIsReturnedWithEveryProblemAndNothingIsLost() {
        Api citizen = filer.as("chenguang");
        String draft = filer.draft(citizen);
        citizen.put("/api/v1/applications/" + draft + "/answers", Map.of("place", "桥头", "area", "六"))
                .expect(200);

        Answer returned = citizen.post("/api/v1/applications/" + draft + "/submit", Map.of())
                .expect(422);

        assertThat(returned.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        List<String> pointers = StreamSupport.stream(
                        returned.json().path("errors").spliterator(), false)
                .map(error -> error.path("pointer").asText())
                .toList();
        assertThat(pointers)
                .contains("/area", "/phone", "/opening", "/delivery", "/materials/plan")
                .doesNotContain("/address");
        assertThat(citizen.get("/api/v1/applications/" + draft)
                        .expect(200)
                        .json()
                        .path("answers")
                        .path("area")
                        .asText())
                .isEqualTo("六");
    }

    @Test
    void aDoubleClickFilesOnce() throws Exception {
        Api citizen = filer.as("chenguang");
        String draft = filer.complete(citizen);
        Callable<Answer> submit = () -> citizen.post("/api/v1/applications/" + draft + "/submit", Map.of())
                .expect(201);
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Answer>> answers = threads.invokeAll(List.of(submit, submit, submit, submit));
            String number = answers.get(0).get().json().path("number").asText();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().json().path("number").asText()).isEqualTo(number);
                assertThat(answer.get().json().path("queryCode").asText())
                        .isEqualTo(answers.get(0).get().json().path("queryCode").asText());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void ofTwoOfficialsAtOnceOneWinsAndTheOtherIsToldWho() throws Exception {
        Filer.Filed filed = filer.file("chenguang");
        Api first = filer.as("wangmin");
        Api second = filer.as("zhaolei");
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Answer>> answers = threads.invokeAll(List.of(
                    () -> filer.act(filed, first, "accept", Map.of()),
                    () -> filer.act(filed, second, "accept", Map.of())));
            List<Answer> all = List.of(answers.get(0).get(), answers.get(1).get());
            assertThat(all).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            Answer loser = all.stream()
                    .filter(answer -> answer.status() == 409)
                    .findAny()
                    .orElseThrow();
            assertThat(loser.text()).containsPattern("王敏|赵磊").contains("decision");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nobodySeesOrDoesWhatIsNotHis() {
        Filer.Filed filed = filer.file("chenguang");
        String path = "/api/v1/desk/cases/" + filed.number();

        assertThat(filer.as("liuyang").get(path).status()).isEqualTo(404);
        assertThat(filer.act(filed, "liuyang", "accept").status()).isEqualTo(404);
        assertThat(filer.as("qianjun").get(path).status()).isEqualTo(404);
        assertThat(filer.as("xingqiao").get("/api/v1/cases/" + filed.number()).status())
                .isEqualTo(404);
        assertThat(filer.as("chenguang").get(path).status()).isEqualTo(403);
        assertThat(hall.api().get(path).status()).isEqualTo(401);
        assertThat(hall.api()
                        .get("/api/v1/progress?number=" + filed.number() + "&code=AAAA-AAAA-AAAA")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRefusalNeedsAnOpinion() {
        Filer.Filed filed = filer.file("chenguang");

        Answer improper = filer.act(filed, "wangmin", "decline");

        assertThat(improper.status()).isEqualTo(422);
        assertThat(improper.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo("/opinion");
        filer.act(filed, filer.as("wangmin"), "decline", Map.of("opinion", "地点在消防通道上"))
                .expect(200);
        assertThat(filer.progress(filed).path("state").asText()).isEqualTo("declined");
    }

    @Test
    void aFileThatIsNotWhatItSaysIsRefused() {
        Api citizen = filer.as("chenguang");
        String path = "/api/v1/applications/" + filer.draft(citizen) + "/materials/plan";

        assertThat(citizen.upload(path, "plan.pdf", "application/pdf", "<html>".getBytes())
                        .status())
                .isEqualTo(415);
        assertThat(citizen.upload(path, "plan.pdf", "application/pdf", new byte[3 * 1024 * 1024])
                        .status())
                .isIn(413, 422);
        assertThat(citizen.upload(path, "plan.png", "image/png", Papers.png()).status())
                .isEqualTo(201);
    }

    @Test
    void aOneTimePasswordMustBeChangedBeforeAnythingElse() {
        DemoAccount account = hall.account("wuhao");
        Answer session = hall.api()
                .post("/api/v1/session", Map.of("username", account.username(), "password", account.password()))
                .expect(200);
        assertThat(session.json().path("mustChangePassword").asBoolean()).isTrue();
        Api official = hall.api()
                .with("Authorization", "Bearer " + session.json().path("token").asText());

        assertThat(official.get("/api/v1/desk/cases").status()).isEqualTo(403);
        assertThat(official.post("/api/v1/account/password", Map.of("old", account.password(), "new", "short"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoRegistersCanFile() {
        String name = "li" + System.nanoTime();
        hall.api()
                .post(
                        "/api/v1/accounts",
                        Map.of(
                                "kind", "person",
                                "username", name,
                                "password", "a-long-enough-phrase-7",
                                "name", "李小满",
                                "idNumber", "341602199003070019",
                                "phone", "13805670131"))
                .expect(201);
        Api citizen = hall.api().as(name, "a-long-enough-phrase-7");
        String draft = filer.complete(citizen);
        assertThat(citizen.post("/api/v1/applications/" + draft + "/submit", Map.of())
                        .expect(201)
                        .json()
                        .path("number")
                        .asText())
                .isNotEmpty();
    }
}
