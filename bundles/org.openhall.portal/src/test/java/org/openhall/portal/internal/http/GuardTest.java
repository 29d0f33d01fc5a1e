package org.openhall.portal.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemList;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Sessions;
import org.openhall.portal.internal.FakeHall;
import org.openhall.portal.internal.PortalUnderTest;
import org.openhall.portal.internal.SmallCatalogue;

class GuardTest {

    private final Account newcomer = new Account(8, "new", AccountKind.OFFICIAL, "王敏", "", true, List.of());
    private final PortalUnderTest portal = new PortalUnderTest(new FakeHall()
            .with(Catalogue.class, new SmallCatalogue())
            .signedIn(FakeHall.citizen("anna"))
            .signedIn(newcomer)
            .services());

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void aFormOfAnotherSiteIsNotCarriedOut() {
        HttpResponse<String> answer = portal.post(
                "/preferences",
                "csrf=csrf-of-anna&lang=en",
                "Cookie",
                "hall-session=anna",
                "Sec-Fetch-Site",
                "cross-site");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("这个请求来自别的网站");
        assertThat(portal.post(
                                "/preferences",
                                "csrf=csrf-of-anna",
                                "Cookie",
                                "hall-session=anna",
                                "Origin",
                                "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFormWithoutTheSecretOfItsSessionIsNotCarriedOutAndWhatWasTypedComesBack() {
        HttpResponse<String> answer = portal.post(
                "/preferences",
                "csrf=stale&lang=en&remark=typed+%22this%22&password=secret",
                "Cookie",
                "hall-session=anna");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("name=\"remark\" value=\"typed &quot;this&quot;\"", "value=\"csrf-of-anna\"")
                .doesNotContain("secret");
    }

    @Test
    void whoseSessionHasEndedSignsInElsewhereAndSendsAgainWhatHeTyped() {
        HttpResponse<String> answer =
                portal.post("/preferences", "csrf=csrf-of-anna&remark=typed&password=secret", "Cookie", "other=1");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains(
                        "您已退出登录",
                        "name=\"remark\" value=\"typed\"",
                        "href=\"/sign-in\"",
                        "target=\"_blank\"",
                        "已登录，重新提交")
                .doesNotContain("secret");
    }

    @Test
    void theSecretMayComeInAHeader() {
        assertThat(portal.post("/preferences", "lang=en", "Cookie", "hall-session=anna", "X-CSRF-Token", "csrf-of-anna")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoMustChangeHisPasswordGetsNowhereElse() {
        HttpResponse<String> answer = portal.get("/", "Cookie", "hall-session=new");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/account/password");
    }

    @Test
    void everyAnswerIsGuardedAgainstHarmInTheBrowser() {
        HttpResponse<String> page = portal.get("/", "Cookie", "hall-session=anna");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)|<style|\\son[a-z]+=|style=");
    }

    @Test
    void cookiesOfTheHallCannotBeReadByScripts() {
        assertThat(portal.get("/").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie ->
                        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"));
    }

    @Test
    void anAddressWithNothingBehindItSaysSoToPeopleAndToPrograms() {
        HttpResponse<String> page = portal.get("/nowhere");
        HttpResponse<String> problem = portal.get("/api/v1/nowhere", "Accept-Language", "en");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("没有找到");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(PortalUnderTest.object(problem))
                .containsEntry("code", "not-found")
                .containsEntry("title", "Nothing found");
    }

    @Test
    void whenTheDatabaseIsAwayThePageSaysSoAndWhenToComeBack() {
        var broken = new Object() {
            @SuppressWarnings("unused")
            List<ItemList.Facet> themes(int limit) {
                throw new StorageUnavailable("no connection", null);
            }
        };
        try (var other =
                new PortalUnderTest(new FakeHall().with(Catalogue.class, broken).services())) {
            HttpResponse<String> page = other.get("/");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).contains("5");
            assertThat(page.body()).contains("同一份申请不会提交两次");
        }
    }

    @Test
    void whatWasTypedWhileTheDatabaseIsAwayComesBackToBeSentAgain() {
        var broken = new Object() {
            @SuppressWarnings("unused")
            Optional<Sessions.Session> find(String token) {
                throw new StorageUnavailable("no connection", null);
            }
        };
        try (var other =
                new PortalUnderTest(new FakeHall().with(Sessions.class, broken).services())) {
            HttpResponse<String> page =
                    other.post("/preferences", "csrf=mine&remark=a+long+text", "Cookie", "hall-session=anna");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body())
                    .contains(
                            "action=\"/preferences\"",
                            "name=\"remark\" value=\"a long text\"",
                            "name=\"csrf\" value=\"mine\"");
        }
    }

    @Test
    void stylesAreSentCompressedAndKeptForEver() {
        String page = portal.get("/").body();
        String address = page.substring(page.indexOf("/static/"), page.indexOf(".css") + 4);

        HttpResponse<String> style = portal.get(address, "Accept-Encoding", "gzip");
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(style.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(portal.get(
                                address,
                                "If-None-Match",
                                style.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(portal.get("/static/old/base.css").statusCode()).isEqualTo(404);
    }
}
