package org.openhall.portal.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.Drafts;
import org.openhall.api.catalogue.Version;
import org.openhall.portal.internal.PortalUnderTest;

class ApplicationsTest extends ApplicationsUnderTest {

    @Test
    void anApplicationIsOpenedFilledInAndFiled() {
        HttpResponse<String> opened = portal.json("POST", "/api/v1/applications", "{\"item\":\"p-1\"}", ANNA);
        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(opened.headers().firstValue("Location")).contains("/api/v1/applications/1");
        assertThat(PortalUnderTest.object(opened)).containsEntry("version", "1.0.0");

        HttpResponse<String> saved = put("{\"plate\":\"B AB 123\",\"width\":1.50}", "If-Match", "\"1\"");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(PortalUnderTest.object(saved)).containsEntry("problems", List.of());
        assertThat(drafts.only().answers().number("/width")).contains(new java.math.BigDecimal("1.50"));

        HttpResponse<String> filed =
                portal.json("POST", "/api/v1/applications/1/submit", "", with("Idempotency-Key", "k-1"));
        assertThat(filed.statusCode()).isEqualTo(201);
        assertThat(PortalUnderTest.object(filed))
                .containsEntry("number", "20261121-000001")
                .containsEntry("queryCode", "ABCD-EFGH-JKLM")
                .containsEntry("filedAt", "2026-11-21T04:03:00Z");
        assertThat(drafts.keys().get(0).path()).isEqualTo("POST /api/v1/applications/1/submit");

        HttpResponse<String> late = put("{}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(PortalUnderTest.object(late)).containsEntry("filedAs", "20261121-000001");
    }

    @Test
    void anApplicationOnAClosedVersionIsSavedAndToldWhereToGo() {
        open();
        drafts.standing = new Drafts.Behind(
                new Version(1, 1, 0),
                List.of(new Drafts.Change(Drafts.Kind.QUESTION_NEW, "/colour", "Colour", List.of(), "")));
        HttpResponse<String> saved = put("{\"plate\":\"A\"}");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(PortalUnderTest.object(saved).get("superseded").toString())
                .contains("active=1.1.0", "kind=question-new", "pointer=/colour");

        HttpResponse<String> refused =
                portal.json("POST", "/api/v1/applications/1/submit", "", with("Idempotency-Key", "k"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(PortalUnderTest.object(refused))
                .containsEntry("code", "superseded")
                .containsEntry("active", "1.1.0");
        assertThat(PortalUnderTest.object(refused).get("changes").toString()).contains("name=Colour");
        assertThat(portal.json("POST", "/api/v1/applications/1/move", "", ANNA).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anApplicationOfAnItemThatTakesNothingAnyMoreIsKept() {
        open();
        drafts.standing = new Drafts.Closed();
        assertThat(put("{\"plate\":\"A\"}").statusCode()).isEqualTo(200);
        for (HttpResponse<String> refused : List.of(
                portal.json("POST", "/api/v1/applications/1/submit", "", with("Idempotency-Key", "k")),
                portal.json("POST", "/api/v1/applications/1/move", "", ANNA))) {
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(PortalUnderTest.object(refused)).containsEntry("code", "closed");
        }
        assertThat(portal.get("/api/v1/applications/1", ANNA).body()).contains("\"plate\":\"A\"");
    }

    @Test
    void whatIsIncompleteIsSavedWithItsProblemsAndNotFiled() {
        open();
        assertThat(PortalUnderTest.object(put("{}")).get("problems").toString()).contains("车牌？");

        HttpResponse<String> returned = portal.json(
                "POST", "/api/v1/applications/1/submit", "{}", with("Idempotency-Key", "k", "Accept-Language", "en"));
        assertThat(returned.statusCode()).isEqualTo(422);
        assertThat(PortalUnderTest.object(returned).get("errors"))
                .isEqualTo(List.of(Map.of("pointer", "/plate", "code", "required", "message", "Plate?")));
    }

    @Test
    void theListOfApplicationsLeavesTheAnswersOut() {
        open();
        put("{\"plate\":\"A\"}");
        HttpResponse<String> list = portal.get("/api/v1/applications", ANNA);

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(PortalUnderTest.object(list).get("applications"))
                .asString()
                .contains("implementation=p-1", "version=1.0.0", "revision=2")
                .doesNotContain("answers", "plate");
    }

    @Test
    void submittingWithoutAKeyIsRefused() {
        open();
        HttpResponse<String> refused = portal.json("POST", "/api/v1/applications/1/submit", "", ANNA);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(PortalUnderTest.object(refused)).containsEntry("code", "key-required");
    }

    @Test
    void whoWorksOnAnOldRevisionIsToldWhatIsThereNow() {
        open();
        put("{\"plate\":\"A\"}");
        HttpResponse<String> stale = put("{\"plate\":\"B\"}", "If-Match", "\"1\"");

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(PortalUnderTest.object(stale).get("current").toString()).contains("plate=A", "revision=2");
    }

    @Test
    void answersHaveALimitAndMustBeAnObject() {
        open();
        assertThat(put("{\"plate\":\"" + "x".repeat(262_144) + "\"}").statusCode())
                .isEqualTo(413);
        assertThat(put("[1]").statusCode()).isEqualTo(400);
        assertThat(put("{\"plate\":").statusCode()).isEqualTo(400);
        assertThat(portal.send(portal.to("/api/v1/applications/1/answers")
                                .headers(ANNA)
                                .header("Content-Type", "text/plain")
                                .PUT(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(portal.get("/api/v1/applications/1", with("Accept", "text/csv"))
                        .statusCode())
                .isEqualTo(406);
        HttpResponse<String> wrongMethod = portal.json("PATCH", "/api/v1/applications/1", "{}", ANNA);
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("Allow").orElseThrow()).contains("GET", "DELETE");
    }

    @Test
    void somebodyElsesApplicationIsNotThere() {
        open();
        assertThat(portal.get("/api/v1/applications/1", "Authorization", "Bearer bert")
                        .statusCode())
                .isEqualTo(404);
        assertThat(portal.get("/api/v1/applications/1").statusCode()).isEqualTo(401);
        assertThat(portal.get("/api/v1/applications/1", "Cookie", "hall-session=anna")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatCannotBeAppliedForIsSaidBesideItsMember() {
        HttpResponse<String> unknown = portal.json(
                "POST", "/api/v1/applications", "{\"item\":\"x\",\"colour\":1}", with("Accept-Language", "en"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("/colour");
        assertThat(portal.json("POST", "/api/v1/applications", "{\"item\":\"x\"}", ANNA)
                        .body())
                .contains("没有这个事项");
        assertThat(portal.json("POST", "/api/v1/applications", "{\"item\":\"p-1\",\"party\":5}", ANNA)
                        .body())
                .contains("/party", "不能为这个申请人办事");
        assertThat(portal.json("POST", "/api/v1/applications", "{}", ANNA).body())
                .contains("/item", "required");
    }
}
