package org.openhall.portal.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.DryRuns;
import org.openhall.api.catalogue.Deployments.NotDone;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Door;
import org.openhall.api.forms.Defect;
import org.openhall.portal.internal.FakeHall;
import org.openhall.portal.internal.PortalUnderTest;
import org.openhall.portal.internal.SmallDeployments;
import org.openhall.portal.internal.SmallDryRuns;

class AdminTest {

    private static final String ITEMS = "/api/v1/admin/items";

    private final SmallDeployments deployments = new SmallDeployments();
    private final SmallDryRuns dryRuns = new SmallDryRuns();
    private final PortalUnderTest portal = new PortalUnderTest(deployments
            .in(new FakeHall())
            .with(DryRuns.class, dryRuns)
            .signedIn(FakeHall.citizen("anna"))
            .services());

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void itemsAreListedWithLinesHealthAndVersions() {
        HttpResponse<String> list = portal.get(ITEMS, "Authorization", "Bearer he");

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body())
                .contains("\"item\":\"parking\"", "\"state\":\"draining\"", "\"absence\":\"broken\"", "\"cases\":3")
                .contains("\"taking\":\"1.3.0\"", "\"at\":\"2026-11-", "\"version\":\"1.4.0\"")
                .doesNotContain("taxi");
        assertThat(portal.get(ITEMS + "/taxi", "Authorization", "Bearer he").statusCode())
                .isEqualTo(404);
        assertThat(portal.get(ITEMS + "/taxi/record", "Authorization", "Bearer he")
                        .statusCode())
                .isEqualTo(404);
        assertThat(portal.get(ITEMS, "Authorization", "Bearer anna").statusCode())
                .isEqualTo(403);
        assertThat(portal.get(ITEMS + "/parking/record?limit=1", "Authorization", "Bearer he")
                        .body())
                .contains("\"kind\":\"entered\"", "\"next\":\"r9\"");
    }

    @Test
    void anActTakesEffectOnceForItsKeyAndIsAnsweredTheSame() {
        assertThat(act("he", "activate", "{\"version\":\"1.4.0\"}", "").statusCode())
                .isEqualTo(400);
        HttpResponse<String> first = act("he", "activate", "{\"version\":\"1.4.0\",\"hard\":true}", "k1");
        HttpResponse<String> again = act("he", "activate", "{\"version\":\"1.4.0\",\"hard\":true}", "k1");

        assertThat(first.body()).isEqualTo("{\"report\":[\"1.4.0 serves the line 1.4\"]}");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(deployments.acts).containsExactly("activate parking 1.4.0 hard=true by 何静");
        assertThat(act("he", "activate", "{\"version\":\"1.3.0\"}", "k1").statusCode())
                .isEqualTo(422);
    }

    @Test
    void anActivationAtATimeIsAPlan() {
        act("he", "activate", "{\"version\":\"1.4.0\",\"at\":\"2026-12-01T06:30:00+08:00\"}", "k1");
        assertThat(deployments.acts).containsExactly("plan parking 1.4.0 2026-11-30T22:30:00Z hard=false by 何静");

        assertThat(act("he", "activate", "{\"version\":\"1.4.0\",\"at\":\"tomorrow\"}", "k2")
                        .body())
                .contains("/at");
        deployments.result = new NotDone(Reason.TIME, "");
        assertThat(act("he", "activate", "{\"version\":\"1.4.0\",\"at\":\"2020-12-01T06:30:00Z\"}", "k3")
                        .body())
                .contains("\"pointer\":\"/at\"", "一年以内");
    }

    @Test
    void otherActsNameTheirVersionOrLine() {
        act("he", "rollback", "{\"version\":\"1.2.4\"}", "k1");
        act("he", "retire", "{\"line\":\"1.3\"}", "k2");
        act("he", "retire", "{}", "k3");
        act("he", "withdraw", "{\"line\":\"1.3\"}", "k4");
        act("he", "restore", "{\"line\":\"1.2\"}", "k5");
        act("he", "reset", "{\"line\":\"1.3\"}", "k6");
        act("he", "cancel", "", "k7");

        assertThat(deployments.acts)
                .containsExactly(
                        "rollback parking 1.2.4 by 何静",
                        "retire parking 1.3 by 何静",
                        "retire parking all by 何静",
                        "withdraw parking 1.3 by 何静",
                        "restore parking 1.2 by 何静",
                        "reset parking 1.3 by 何静",
                        "cancel parking by 何静");
        assertThat(act("he", "rollback", "{}", "k8").body()).contains("/version");
        assertThat(act("he", "withdraw", "{}", "k9").body()).contains("/line");
    }

    @Test
    void whatIsNotDoneSaysWhy() {
        deployments.result = new NotDone(Reason.NOTHING_BEFORE, "");
        HttpResponse<String> answer = act("he", "rollback", "{\"version\":\"1.2.4\"}", "k1");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("\"reason\":\"nothing-before\"");

        deployments.result = new NotDone(Reason.DOES_NOT_START, "no service AreaRule");
        assertThat(act("he", "restore", "{\"line\":\"1.2\"}", "k2").body())
                .contains("\"status\":422", "no service AreaRule");
        assertThat(portal.json(
                                "POST",
                                ITEMS + "/taxi/retire",
                                "{}",
                                "Authorization",
                                "Bearer he",
                                "Idempotency-Key",
                                "k3")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aBundleEntersOrIsRefusedWithItsDefects() {
        HttpResponse<String> entered = upload("k1", "activate");
        assertThat(entered.statusCode()).isEqualTo(201);
        assertThat(entered.headers().firstValue("Location")).contains(ITEMS + "/parking");
        assertThat(entered.body()).contains("\"version\":\"1.5.0\"", "\"activated\":false", "12 files read");
        assertThat(upload("k1", "activate").statusCode()).isEqualTo(201);
        assertThat(deployments.acts).containsExactly("offer parking.jar 3 ACTIVATE by 何静");

        deployments.entry =
                new Door.Refused(List.of(new Defect("OPENHALL-INF/item.yaml", 12, "no post aprove", "没有岗位 aprove")));
        HttpResponse<String> refused = upload("k2", "keep");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("OPENHALL-INF/item.yaml:12: no post aprove")
                .contains(
                        "\"defects\":[{\"file\":\"OPENHALL-INF/item.yaml\",\"line\":12,\"message\":\"no post aprove\"}]");
        assertThat(upload("k3", "perhaps").statusCode()).isEqualTo(422);
    }

    @Test
    void aBundleMayHaveALongChineseName() {
        assertThat(upload("k1", "keep", "占".repeat(120) + ".jar").statusCode()).isEqualTo(201);

        assertThat(deployments.acts).containsExactly("offer " + "占".repeat(76) + ".jar 3 KEEP by 何静");
    }

    @Test
    void aDryRunIsStartedFollowedAndStopped() {
        dryRuns.ended = false;
        String body = "{\"item\":\"parking\",\"version\":\"1.4.0\",\"cases\":200}";
        HttpResponse<String> begun = portal.json(
                "POST", "/api/v1/admin/dry-runs", body, "Authorization", "Bearer he", "Idempotency-Key", "k1");
        portal.json("POST", "/api/v1/admin/dry-runs", body, "Authorization", "Bearer he", "Idempotency-Key", "k1");

        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(begun.headers().firstValue("Location")).contains("/api/v1/admin/dry-runs/5");
        assertThat(dryRuns.begun).containsExactly("parking 1.4.0 200");
        assertThat(portal.get("/api/v1/admin/dry-runs/5", "Authorization", "Bearer he")
                        .body())
                .contains("\"done\":80");
        assertThat(portal.json("POST", "/api/v1/admin/dry-runs/5/stop", "", "Authorization", "Bearer he")
                        .statusCode())
                .isEqualTo(204);
        assertThat(portal.json("POST", "/api/v1/admin/dry-runs/5/stop", "", "Authorization", "Bearer he")
                        .statusCode())
                .isEqualTo(409);
        assertThat(portal.get("/api/v1/admin/dry-runs/5/cases", "Authorization", "Bearer he")
                        .body())
                .contains("20261120-000127", "\"next\":\"d9\"");
        assertThat(portal.get("/api/v1/admin/dry-runs?item=parking", "Authorization", "Bearer he")
                        .body())
                .contains("\"id\":5");
    }

    @Test
    void aDryRunOfWhatIsNoVersionIsRefused() {
        for (String version : new String[] {"01.4.0", "1.4", ""}) {
            String body = "{\"item\":\"parking\",\"version\":\"" + version + "\"}";
            assertThat(portal.json(
                                    "POST",
                                    "/api/v1/admin/dry-runs",
                                    body,
                                    "Authorization",
                                    "Bearer he",
                                    "Idempotency-Key",
                                    "k1")
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(dryRuns.begun).isEmpty();
    }

    private HttpResponse<String> act(String who, String act, String body, String key) {
        String[] headers = key.isEmpty()
                ? new String[] {"Authorization", "Bearer " + who}
                : new String[] {"Authorization", "Bearer " + who, "Idempotency-Key", key};
        return portal.json("POST", ITEMS + "/parking/" + act, body, headers);
    }

    private HttpResponse<String> upload(String key, String then) {
        return upload(key, then, "parking.jar");
    }

    private HttpResponse<String> upload(String key, String then, String name) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"then\"\r\n\r\n" + then
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\n\r\njar\r\n--b--\r\n";
        return portal.send(portal.to(ITEMS)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Authorization", "Bearer he")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
