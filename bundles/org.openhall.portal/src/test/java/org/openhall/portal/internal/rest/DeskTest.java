package org.openhall.portal.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.cases.CaseState;
import org.openhall.api.cases.Cases;
import org.openhall.api.cases.ClockReading;
import org.openhall.api.cases.Desk;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Limit;
import org.openhall.api.catalogue.Version;
import org.openhall.api.paging.Page;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Post;
import org.openhall.item.Applicant;
import org.openhall.portal.internal.FakeHall;
import org.openhall.portal.internal.PortalUnderTest;

class DeskTest {

    private static final String[] MIN = {"Authorization", "Bearer min"};

    private final SmallDesk desk = new SmallDesk();
    private final PortalUnderTest portal = new PortalUnderTest(new FakeHall()
            .with(Desk.class, desk)
            .with(Cases.class, desk)
            .with(Catalogue.class, new NoVersions())
            .signedIn(new Account(
                    3, "min", AccountKind.OFFICIAL, "王敏", "", false, List.of(new Post("intake", "d-1", "341600"))))
            .signedIn(FakeHall.citizen("anna"))
            .services());

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void theDeskListsTasksWithNamesOfPeopleMaskedAndCounts() {
        HttpResponse<String> list = portal.get("/api/v1/desk/cases", MIN);

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains("\"applicant\":\"张＊＊\"").doesNotContain("张三丰");
        assertThat(PortalUnderTest.object(list).get("counts").toString()).contains("total=3", "overdue=1");
        assertThat(desk.asked.state()).isEqualTo("open");
        assertThat(desk.asked.limit()).isEqualTo(20);

        portal.get("/api/v1/desk/cases?stage=intake&state=done&q=%E5%BC%A0&limit=5&after=x", MIN);
        assertThat(desk.asked).isEqualTo(new Desk.Query("intake", "done", "张", 5, Optional.of("x")));
        assertThat(portal.get("/api/v1/desk/cases?state=lost", MIN).statusCode())
                .isEqualTo(400);
    }

    @Test
    void citizensHaveNoDesk() {
        assertThat(portal.get("/api/v1/desk/cases", "Authorization", "Bearer anna")
                        .statusCode())
                .isEqualTo(403);
        assertThat(portal.json("POST", "/api/v1/desk/cases/1/accept", "{}", "Authorization", "Bearer anna")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anActIsDoneOnceItsKeyIsGiven() {
        assertThat(portal.json("POST", "/api/v1/desk/cases/n-1/accept", "{}", MIN)
                        .statusCode())
                .isEqualTo(400);

        HttpResponse<String> done = act("accept", "{\"opinion\":\"fine\"}");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(PortalUnderTest.object(done))
                .isEqualTo(Map.of("number", "n-1", "state", "accepted", "openSteps", List.of("review")));
        assertThat(desk.acts.get(0).opinion()).isEqualTo("fine");
        assertThat(desk.acts.get(0).request().orElseThrow().principal()).isEqualTo(3);
    }

    @Test
    void whoComesTooLateIsToldWhereTheCaseIs() {
        HttpResponse<String> late = act("pass", "");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(PortalUnderTest.object(late))
                .containsEntry("code", "elsewhere")
                .containsEntry("lastActor", "赵磊")
                .containsEntry("openSteps", List.of("review"))
                .containsEntry("at", "2026-11-21T04:03:00Z");
    }

    @Test
    void anActThatLacksSomethingSaysWhat() {
        assertThat(act("decline", "{}").body()).contains("/opinion", "请填写意见");
        assertThat(act("accept", "{\"opinion\":5}").body()).contains("/opinion", "\"type\"");
        assertThat(act("vanish", "").statusCode()).isEqualTo(404);
    }

    @Test
    void progressIsAnsweredWithoutSigningInAndGuessingIsThrottled() {
        HttpResponse<String> found = portal.get("/api/v1/progress?number=n-1&code=good");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(PortalUnderTest.object(found).get("steps").toString()).contains("intake", "open");

        assertThat(portal.get("/api/v1/progress?number=n-1&code=bad").statusCode())
                .isEqualTo(404);
        assertThat(portal.get("/api/v1/progress?number=n-1").statusCode()).isEqualTo(404);
        HttpResponse<String> throttled = portal.get("/api/v1/progress?number=n-1&code=many");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).contains("31");
    }

    private HttpResponse<String> act(String action, String body) {
        return portal.json(
                "POST",
                "/api/v1/desk/cases/n-1/" + action,
                body,
                "Authorization",
                "Bearer min",
                "Idempotency-Key",
                "key-" + action);
    }

    /** No version is known any more: cases stay readable. */
    static final class NoVersions {

        public Optional<ItemVersion> version(String item, Version version) {
            return Optional.empty();
        }
    }

    /** One case. */
    static final class SmallDesk {

        private static final ClockReading CLOCK = new ClockReading(
                ClockReading.State.RUNNING, new Limit(5, Limit.Unit.WORKING), Optional.of(FakeHall.NOW), 2);
        private static final CaseHead HEAD = new CaseHead(
                1,
                "n-1",
                "parking",
                "停车位",
                "p-1",
                new Version(1, 0, 0),
                CaseState.SUBMITTED,
                Applicant.Kind.NATURAL,
                "张三丰",
                "张三丰",
                "d-1",
                "341600",
                FakeHall.NOW,
                Optional.empty(),
                Optional.empty(),
                List.of("intake"));
        private static final CaseFile.Task TASK = new CaseFile.Task(
                5,
                "intake",
                "intake",
                "d-1",
                "341600",
                Optional.empty(),
                "",
                FakeHall.NOW,
                Optional.empty(),
                Optional.empty(),
                "");

        private final List<Desk.Act> acts = new ArrayList<>();
        private Desk.Query asked;

        public Page<Desk.Row> tasks(Account official, Desk.Query query) {
            asked = query;
            return new Page<>(List.of(new Desk.Row(HEAD, TASK, CLOCK)), Optional.of("x"));
        }

        public Map<String, Desk.Count> counts(Account official) {
            return Map.of("intake", new Desk.Count(1, 1, 1, 0));
        }

        public Desk.Acted act(Desk.Act act) {
            acts.add(act);
            return switch (act.action()) {
                case "accept" -> new Desk.Done(act.number(), CaseState.ACCEPTED, List.of("review"));
                case "pass" -> new Desk.Elsewhere(CaseState.ACCEPTED, List.of("review"), "赵磊", FakeHall.NOW, "accept");
                case "decline" -> new Desk.Improper("/opinion", "required");
                default -> throw new NoSuchElementException();
            };
        }

        public Cases.Asked progress(String number, String queryCode, String address) {
            return switch (queryCode) {
                case "good" -> new Cases.Progress(HEAD, List.of(), List.of("intake"), CLOCK, Optional.empty());
                case "many" -> new Cases.TooMany(FakeHall.NOW.plusSeconds(30));
                default -> new Cases.Unknown();
            };
        }
    }
}
