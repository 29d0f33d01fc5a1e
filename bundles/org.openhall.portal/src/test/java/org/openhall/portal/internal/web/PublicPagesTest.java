package org.openhall.portal.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.Cases;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.portal.internal.FakeHall;
import org.openhall.portal.internal.PortalUnderTest;
import org.openhall.portal.internal.SmallCatalogue;
import org.openhall.portal.internal.web.filing.SmallItem;

class PublicPagesTest {

    /** Knows no case; from one address it has had enough. */
    public static final class NoCases {
        public Cases.Asked progress(String number, String code, String address) {
            return number.equals("throttled")
                    ? new Cases.TooMany(Instant.parse("2026-11-20T01:05:00Z"))
                    : new Cases.Unknown();
        }
    }

    private final SmallCatalogue catalogue = new SmallCatalogue();
    private final PortalUnderTest portal = new PortalUnderTest(new FakeHall()
            .with(Catalogue.class, catalogue)
            .with(Cases.class, new NoCases())
            .services());

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void everyFilterOfTheListStandsInTheAddress() {
        String page = portal.get("/items?q=%E5%81%9C%E8%BD%A6&theme=%E4%BA%A4%E9%80%9A%E5%87%BA%E8%A1%8C&online=true")
                .body();

        assertThat(catalogue.asked.words()).isEqualTo("停车");
        assertThat(catalogue.asked.themes()).containsExactly("交通出行");
        assertThat(catalogue.asked.online()).contains(true);
        assertThat(page)
                .contains("找到 2 个“停车”事项", "借书证办理", "checked", "after=more")
                .doesNotContain("纳税");
        assertThat(page).contains("href=\"/items?q=%E5%81%9C%E8%BD%A6&amp;online=true\"");
    }

    @Test
    void aGuideOfAnItemThatIsOnlyListedSaysWhereToGo() {
        String page = portal.get("/items/l-1").body();

        assertThat(page).contains("借书证办理", "光明路 1 号", "身份证", "请到图书馆的窗口办理").doesNotContain("/apply");
        assertThat(portal.get("/items/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void theGuideOfARetiredItemStaysAndSaysWhomToAsk() {
        catalogue.former = Optional.of(SmallItem.version());
        String page = portal.get("/items/l-1").body();

        assertThat(page)
                .contains("不再接收网上申请", "请问图书馆", "光明路 1 号")
                .contains("车在本市登记。", "行驶证", "id=\"flow\"")
                .doesNotContain("/apply", "还不能在网上申报", "网上全程");
        assertThat(portal.get("/items/l-1", "Cookie", "hall-lang=en").body())
                .contains("Parking permit", "No longer taken online", "ask 图书馆");
    }

    @Test
    void progressAsksForWhatIsMissingAndKeepsWhatWasTyped() {
        HttpResponse<String> asked = post("number=20261120-000127&code=");

        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("请填写查询码", "value=\"20261120-000127\"", "href=\"#code\"");
    }

    @Test
    void aWrongCodeIsNotToldFromAWrongNumber() {
        assertThat(post("number=1&code=2").body()).contains("编号和查询码对不上");
        assertThat(portal.get("/progress?number=1&code=2").statusCode()).isEqualTo(404);
        HttpResponse<String> throttled = post("number=throttled&code=2");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.body()).contains("09:05");
    }

    @Test
    void theHallSaysWhatItDoesForAccessibilityAndPrivacy() {
        assertThat(portal.get("/accessibility").body()).contains("WCAG");
        assertThat(portal.get("/privacy", "Accept-Language", "en").body()).contains("Who sees it");
    }

    private HttpResponse<String> post(String fields) {
        HttpResponse<String> page = portal.get("/progress");
        return portal.post(
                "/progress",
                "csrf=" + PortalUnderTest.csrf(page) + "&" + fields,
                "Cookie",
                PortalUnderTest.cookies(page));
    }
}
