package org.openhall.portal.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.portal.internal.FakeHall;
import org.openhall.portal.internal.PortalUnderTest;
import org.openhall.portal.internal.SmallCatalogue;

class HomePageTest {

    private final PortalUnderTest portal = new PortalUnderTest(new FakeHall()
            .with(Catalogue.class, new SmallCatalogue())
            .signedIn(FakeHall.citizen("anna"))
            .services());

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void everybodySeesTheHomePageInChinese() {
        HttpResponse<String> page = portal.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"zh-CN\"", "想办什么事？", "交通出行", "网上办事大厅");
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).isEqualToIgnoringCase("text/html;charset=UTF-8"));
    }

    @Test
    void whoseBrowserAsksForEnglishGetsIt() {
        assertThat(portal.get("/", "Accept-Language", "fr, en-GB;q=0.9, zh;q=0.1")
                        .body())
                .contains("<html lang=\"en\"", "Online Service Hall");
    }

    @Test
    void whatTheCatalogueSaysIsTextAndNeverMarkup() {
        assertThat(portal.get("/").body()).contains("停车位申请 &lt;b&gt;").doesNotContain("停车位申请 <b>");
    }

    @Test
    void whoIsSignedInSeesHisName() {
        assertThat(portal.get("/", "Cookie", "hall-session=anna").body()).contains("张三丰");
        assertThat(portal.get("/", "Cookie", "hall-session=forged").body()).doesNotContain("张三丰");
        assertThat(portal.get("/", "Authorization", "Bearer anna").body()).doesNotContain("张三丰");
    }

    @Test
    void aChosenLanguageAndSkinAreRemembered() {
        HttpResponse<String> page = portal.get("/");
        HttpResponse<String> chosen = portal.post(
                "/preferences",
                "csrf=" + PortalUnderTest.csrf(page) + "&lang=en&skin=contrast&back=%2Fitems%3Fq%3D1",
                "Cookie",
                PortalUnderTest.cookies(page));

        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.headers().firstValue("Location")).contains("/items?q=1");
        assertThat(portal.get("/", "Cookie", PortalUnderTest.cookies(chosen)).body())
                .contains("<html lang=\"en\" data-skin=\"contrast\"");
    }

    @Test
    void nobodyIsSentToAnotherSite() {
        HttpResponse<String> page = portal.get("/");
        for (String back :
                new String[] {"https://evil.example/", "//evil.example", "/%5Cevil.example", "javascript:1"}) {
            HttpResponse<String> chosen = portal.post(
                    "/preferences",
                    "csrf=" + PortalUnderTest.csrf(page) + "&lang=en&back=" + back,
                    "Cookie",
                    PortalUnderTest.cookies(page));
            assertThat(chosen.headers().firstValue("Location")).contains("/");
        }
    }
}
