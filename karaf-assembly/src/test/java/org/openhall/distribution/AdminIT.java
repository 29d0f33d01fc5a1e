package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Administrators deploy items and say which version serves, through the API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminIT {

    private static final String ITEMS = "/api/v1/admin/items";
    private static final String ELSEWHERE = "006940116";
    private static final String YAML = "OPENHALL-INF/item.yaml";

    private Hall hall;
    private Api admin;
    private Api department;

    @BeforeAll
    void open() {
        hall = Hall.demo();
        admin = hall.api().as(hall.account("admin"));
        department = hall.api().as(hall.account("hejing"));
    }

    @AfterAll
    void close() {
        hall.close();
    }

    @Test
    void aDepartmentsAdministratorNeitherSeesNorTouchesAnothersItem() {
        upload(admin, Kiosk.version("1.0.0").named("far-kiosk").offeredBy(ELSEWHERE))
                .expect(201);

        assertThat(admin.get(ITEMS).expect(200).text()).contains("far-kiosk");
        assertThat(department.get(ITEMS).expect(200).text()).doesNotContain("far-kiosk");
        department.get(ITEMS + "/far-kiosk").expect(404);
        department
                .post(ITEMS + "/far-kiosk/activate", Map.of("version", "1.0.0"))
                .expect(404);
        department.get(ITEMS + "/far-kiosk/record").expect(404);
        upload(department, Kiosk.version("1.1.0").named("far-kiosk").offeredBy(ELSEWHERE))
                .expect(422);
        upload(department, Kiosk.version("1.1.0").named("far-kiosk")).expect(422);
        upload(department, Kiosk.version("1.0.0").named("taken-kiosk").offeredBy(ELSEWHERE))
                .expect(422);

        assertThat(admin.get(ITEMS + "/far-kiosk").expect(200).json().toString())
                .contains("1.0.0")
                .doesNotContain("1.1.0");
        admin.get(ITEMS + "/taken-kiosk").expect(404);
    }

    @Test
    void aVersionIsKeptThenActivatedThenTakenBackAndCasesStayWhereTheyAre() {
        upload(department, Kiosk.version("1.2.0")).expect(201);
        hall.api().get("/api/v1/items/" + Kiosk.CODE).expect(404);
        act("activate", Map.of("version", "1.2.0")).expect(200);
        assertThat(serving()).isEqualTo("1.2.0");
        new Filer(hall).file("chenguang");

        upload(department, Kiosk.version("1.3.0")).expect(201);
        assertThat(serving()).isEqualTo("1.2.0");
        act("activate", Map.of("version", "1.3.0")).expect(200);
        assertThat(serving()).isEqualTo("1.3.0");
        assertThat(line("1.2").path("cases").asInt()).isEqualTo(1);
        assertThat(line("1.2").path("state").asText()).isEqualTo("accepting");

        act("rollback", Map.of("version", "1.2.0")).expect(200);
        assertThat(serving()).isEqualTo("1.2.0");
        act("rollback", Map.of("version", "1.2.0")).expect(409);
        act("activate", Map.of("version", "1.9.0")).expect(404);

        JsonNode record = department
                .get(ITEMS + "/" + Kiosk.CODE + "/record?limit=4")
                .expect(200)
                .json();
        assertThat(record.path("next").asText()).isNotEmpty();
        assertThat(record.path("acts"))
                .anySatisfy(act -> assertThat(act.path("kind").asText() + " by "
                                + act.path("by").asText())
                        .isEqualTo("rolled-back by 何静"));
    }

    @Test
    void aVersionIsTriedOverTheLastCasesBeforeItServes() {
        upload(department, Kiosk.version("3.0.0").named("tried-kiosk")).expect(201);
        JsonNode run = department
                .post("/api/v1/admin/dry-runs", Map.of("item", "tried-kiosk", "version", "3.0.0", "cases", 50))
                .expect(201)
                .json();
        String path = "/api/v1/admin/dry-runs/" + run.path("id").asText();

        Hall.await(
                "the end of the dry run",
                () -> department.get(path).expect(200).json().has("endedAt"));
        assertThat(department.get(path + "/cases").expect(200).json().path("cases"))
                .isEmpty();
        department.post(path + "/stop", Map.of()).expect(409);
        assertThat(department
                        .get("/api/v1/admin/dry-runs?item=tried-kiosk")
                        .expect(200)
                        .text())
                .contains("\"version\":\"3.0.0\"");
    }

    @Test
    void theSameRequestTakesEffectOnce() {
        String item = "once-kiosk";
        upload(department, Kiosk.version("1.0.0").named(item)).expect(201);
        Api keyed = department.with("Idempotency-Key", "once");
        String first = keyed.post(ITEMS + "/" + item + "/activate", Map.of("version", "1.0.0"))
                .expect(200)
                .text();

        assertThat(keyed.post(ITEMS + "/" + item + "/activate", Map.of("version", "1.0.0"))
                        .expect(200)
                        .text())
                .isEqualTo(first);
        keyed.post(ITEMS + "/" + item + "/activate", Map.of("version", "1.0.0", "hard", true))
                .expect(422);
        department
                .post(ITEMS + "/" + item + "/activate", Map.of("version", "1.0.0"))
                .expect(409);
    }

    @Test
    void aBrokenBundleIsRefusedWithFileLineAndMend() {
        Kiosk broken = Kiosk.version("1.0.0")
                .named("broken-kiosk")
                .with(YAML, yaml -> yaml.replace("post: approve", "post: aprove"));

        Answer refused = upload(department, broken).expect(422);

        assertThat(refused.json().path("defects").path(0).path("file").asText()).isEqualTo(YAML);
        assertThat(refused.json().path("defects").path(0).path("line").asInt()).isPositive();
        assertThat(refused.json().path("errors").path(0).path("message").asText())
                .contains("aprove");
        assertThat(department.get("/api/v1/admin/record?limit=5").expect(200).text())
                .contains("refused");
        admin.get(ITEMS + "/broken-kiosk").expect(404);
    }

    @Test
    void citizensAndOfficialsHaveNothingToDoHere() {
        hall.api().get(ITEMS).expect(401);
        hall.api().as(hall.account("chenguang")).get(ITEMS).expect(403);
        hall.api().as(hall.account("wangmin")).get(ITEMS).expect(403);
        upload(hall.api().as(hall.account("wangmin")), Kiosk.version("1.0.0")).expect(403);
    }

    private static Answer upload(Api who, Kiosk kiosk) {
        return who.upload(ITEMS, "kiosk.jar", "application/java-archive", kiosk.jar());
    }

    private Answer act(String act, Map<String, ?> body) {
        return department.post(ITEMS + "/" + Kiosk.CODE + "/" + act, body);
    }

    private String serving() {
        return hall.api()
                .get("/api/v1/items/" + Kiosk.CODE)
                .expect(200)
                .json()
                .path("version")
                .asText();
    }

    private JsonNode line(String line) {
        for (JsonNode known :
                department.get(ITEMS + "/" + Kiosk.CODE).expect(200).json().path("lines")) {
            if (known.path("line").asText().equals(line)) {
                return known;
            }
        }
        throw new AssertionError("no line " + line);
    }
}
