package org.openhall.portal.internal.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseState;
import org.openhall.api.cases.Desk;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Version;
import org.openhall.portal.internal.FakeHall;
import org.openhall.portal.internal.PortalUnderTest;

class DeskPagesTest {

    private static final String CASE = "/desk/cases/" + SmallDesk.NUMBER;

    private final SmallDesk desk = new SmallDesk();
    private final PortalUnderTest portal = new PortalUnderTest(new FakeHall()
            .with(Desk.class, desk)
            .with(Catalogue.class, desk)
            .signedIn(SmallDesk.WANG)
            .signedIn(FakeHall.citizen("anna"))
            .services());

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void theDeskShowsWhatIsDueInWordsAndHidesNumbersOfPeople() {
        HttpResponse<String> page = get("/desk");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("还剩 3 个工作日", "11-27 周五", SmallDesk.NUMBER, "停车位申请", "窗口核对", "亳州市晨光有限公司", "共 6 件", "未领取")
                .doesNotContain("91341600MA2N8K4T7A");
    }

    @Test
    void theFiltersAreInTheAddressAndGoOnWithTheNextPage() {
        HttpResponse<String> page = get("/desk?stage=intake&state=mine&q=%E4%BA%B3%E5%B7%9E");

        assertThat(desk.queries).containsExactly(new Desk.Query("intake", "mine", "亳州", 20, Optional.empty()));
        assertThat(page.body())
                .contains(
                        "href=\"/desk?stage=intake&amp;state=mine&amp;q=%E4%BA%B3%E5%B7%9E&amp;after=k1\"",
                        "name=\"q\" value=\"亳州\"", "<option value=\"mine\" selected>");
    }

    @Test
    void anotherPostsStageIsNoFilter() {
        get("/desk?stage=approve&state=nonsense");

        assertThat(desk.queries).containsExactly(new Desk.Query("", "open", "", 20, Optional.empty()));
    }

    @Test
    void theCasePageShowsAnswersFindingsMaterialsAndActs() {
        HttpResponse<String> page = get(CASE);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("皖S 12345", "没有填写", "面积 21 平方米，请核对", "未能核对", "规则“slow”没有给出结果")
                .contains("平面图.png", "2.4 MB", "src=\"" + CASE + "/files/5\"", "已看 0 / 1")
                .contains("value=\"decline\"", "办件到此结束：不予受理。", "选“不予受理”时要写明理由")
                .contains("陈晓舟提交申请", "事项版本 1.3.0", "还剩 3 个工作日")
                .contains("<a class=\"button\" href=\"#act\">", "id=\"act\"")
                .contains("办理流程", "class=\"flow-card-now\"", ">现在在这里</text>", "结束：不予受理");
    }

    @Test
    void withoutItsItemACaseStaysReadableAndSaysWhyItWaits() {
        desk.versionThere = false;
        HttpResponse<String> page = get(CASE);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("现在不在系统里", "plate", "皖S 12345", "平面图.png", "亳州市晨光有限公司")
                .doesNotContain("value=\"decline\"");
    }

    @Test
    void theDeskSaysWhyAStepWaitsAndThatItCanBeDoneByHand() {
        desk.waiting = Optional.of(new CaseFile.Waiting(Catalogue.Absence.BROKEN, List.of("desk")));
        assertThat(get(CASE).body()).contains("在等待。", "已自动停用", "人工办理", "value=\"decline\"");

        desk.waiting = Optional.of(new CaseFile.Waiting(Catalogue.Absence.BROKEN, List.of("expert.look")));
        assertThat(get(CASE).body()).contains("这个环节所属扩展的程序多次没有应答").doesNotContain("本事项的程序");

        desk.waiting = Optional.of(new CaseFile.Waiting(Catalogue.Absence.MISSING, List.of()));
        assertThat(get(CASE).body()).contains("没有运行", "可以照常办理").doesNotContain("在等待");
    }

    @Test
    void theHistorySaysFromWhenACorrectionOfTheItemServesTheCase() {
        desk.serving = Optional.of(
                new CaseFile.Serving(new Version(1, 3, 1), Optional.of(Instant.parse("2026-11-20T08:00:00Z"))));
        assertThat(get(CASE).body()).contains("从这里起由事项 1.3.1 版办理（之前是 1.3.0 版）", "11-20 周五 16:00");
    }

    @Test
    void whoIsSlowerLearnsWhoWasFasterAndKeepsHisOpinion() {
        desk.answer =
                new Desk.Elsewhere(CaseState.ACCEPTED, List.of("look"), "李强", FakeHall.NOW.minusSeconds(60), "accept");
        HttpResponse<String> page = post(CASE + "/act", "&task=77&action=decline&opinion=not+signed");

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body())
                .contains("李强已于", "2026年11月21日 周六", "12:02", "办理：受理", "这件现在在：现场查看。", "您写的意见没有提交", "not signed");
    }

    @Test
    void anOpinionThatIsRequiredIsAskedForBesideItsField() {
        desk.answer = new Desk.Improper("/opinion", "required");
        HttpResponse<String> page = post(CASE + "/act", "&task=77&file=5&action=decline&opinion=");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"opinion-error\"", "请写明理由", "aria-invalid=\"true\"");
        assertThat(page.body()).containsPattern("value=\"decline\"[^>]* checked");
    }

    @Test
    void whereSeveralTasksFitOneMustBeChosenAndTheOpinionStays() {
        desk.answer = new Desk.Which(List.of());
        HttpResponse<String> page = post(CASE + "/act", "&action=decline&opinion=kept+here");

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("有几个待办都可以这样办", "kept here");
    }

    @Test
    void anActWithoutAnOutcomeIsNotSent() {
        HttpResponse<String> page = post(CASE + "/act", "&task=77&opinion=kept");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("请选择办理结果", "kept");
        assertThat(desk.acts).isEmpty();
    }

    @Test
    void anActCarriesItsTaskAndComesBackToTheCase() {
        HttpResponse<String> answer = post(CASE + "/act", "&task=77&action=decline&opinion=why");

        assertThat(answer.headers().firstValue("Location")).contains(CASE + "?done=decline");
        assertThat(desk.acts).singleElement().satisfies(act -> {
            assertThat(act.task()).hasValue(77);
            assertThat(act.opinion()).isEqualTo("why");
        });
    }

    @Test
    void theActIsConfirmedAlsoWhenTheHallItselfHasGoneOnSince() {
        desk.later.add(SmallDesk.acted("desk", "decline", SmallDesk.WANG.name()));
        desk.later.add(SmallDesk.acted("look", "pass", ""));

        assertThat(get(CASE + "?done=decline").body()).contains("已办理：不予受理");
        assertThat(get(CASE + "?done=pass").body()).doesNotContain("已办理");
    }

    @Test
    void aClaimThatComesTooLateIsSaid() {
        HttpResponse<String> page = post(CASE + "/tasks/77/claim", "&back=/desk");

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("没有领到");
    }

    @Test
    void whoSaysAFileIsWrongMustSayWhatIs() {
        HttpResponse<String> page = post(CASE + "/files/5/opinion", "&state=wrong&opinion=");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("请写明有什么问题");
        assertThat(desk.opinions).isEmpty();

        post(CASE + "/files/5/opinion", "&state=wrong&opinion=blurred");
        assertThat(desk.opinions).containsExactly("5 false blurred");
    }

    @Test
    void theDeskIsClosedToEverybodyElse() {
        assertThat(portal.get("/desk", "Cookie", "hall-session=anna").statusCode())
                .isEqualTo(403);
        assertThat(portal.get(CASE, "Cookie", "hall-session=anna").statusCode()).isEqualTo(403);
        assertThat(portal.get("/desk").headers().firstValue("Location")).contains("/sign-in?back=%2Fdesk");
        assertThat(get("/desk/cases/20261120-000128").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) {
        return portal.get(path, "Cookie", "hall-session=wang");
    }

    private HttpResponse<String> post(String path, String fields) {
        return portal.post(path, "csrf=csrf-of-wang" + fields, "Cookie", "hall-session=wang");
    }
}
