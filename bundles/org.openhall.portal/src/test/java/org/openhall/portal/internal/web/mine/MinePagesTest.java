package org.openhall.portal.internal.web.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Version;
import org.openhall.portal.internal.FakeHall;

class MinePagesTest extends MineUnderTest {

    @Test
    void neitherProgressNorTheApiSayHowAStepCameOutThatDecidesNothing() {
        file = refused();

        assertThat(portal.get("/progress?number=1&code=2").body())
                .contains("查验完成")
                .doesNotContain("审核通过");
        assertThat(portal.get("/api/v1/progress?number=1&code=2").body())
                .contains("\"outcome\":\"refuse\"")
                .doesNotContain("\"outcome\":\"pass\"", "审核通过", "内部看法");
        assertThat(portal.get("/api/v1/cases/" + NUMBER, "Authorization", "Bearer anna")
                        .body())
                .contains("\"outcome\":\"refuse\"")
                .doesNotContain("\"outcome\":\"pass\"", "审核通过", "内部看法");
    }

    @Test
    void theCasePageSaysWhyAStepWaitsAndThatItGoesOnByItself() {
        file = with(
                underWay(),
                Optional.empty(),
                Optional.of(new CaseFile.Waiting(Catalogue.Absence.WITHDRAWN, List.of("check"))));
        for (String page : List.of("/my/cases/" + NUMBER, "/progress?number=1&code=2")) {
            assertThat(portal.get(page, "Cookie", "hall-session=anna").body())
                    .contains("“查验”在等待。", "本事项的程序已被管理员停用", "会自动继续", "is-held")
                    .doesNotContain("is-now");
        }
        assertThat(portal.get("/api/v1/cases/" + NUMBER, "Authorization", "Bearer anna")
                        .body())
                .contains("\"why\":\"withdrawn\"", "\"id\":\"check\"");

        file = with(
                underWay(), Optional.empty(), Optional.of(new CaseFile.Waiting(Catalogue.Absence.MISSING, List.of())));
        assertThat(get("/my/cases/" + NUMBER).body())
                .as("nothing of this case waits")
                .doesNotContain("is-held", "没有运行");
    }

    @Test
    void aCorrectionOfTheItemStandsInTheHistoryOfAnOpenCase() {
        assertThat(get("/my/cases/" + NUMBER).body()).doesNotContain("本事项有更新");
        file = with(
                underWay(),
                Optional.of(new CaseFile.Serving(new Version(1, 0, 4), Optional.of(FakeHall.NOW))),
                Optional.empty());
        assertThat(get("/my/cases/" + NUMBER).body()).contains("本事项有更新，由 1.0.4 版继续办理", "is-note");
    }

    @Test
    void draftsAndCasesStandInOneListWithTheirNextStep() {
        assertThat(get("/my/cases").body())
                .contains("没填完的草稿", "/filing/5", "/my/drafts/5/delete", "接着填")
                .contains("已提交的申请", NUMBER, "张＊＊", "已受理", "正在：查验", "2026年11月26日 周四", "/my/cases?after=a%20b");
        assertThat(get("/my/cases?after=a%20b").body()).doesNotContain("没填完的草稿");
    }

    @Test
    void theListSaysWhatBecomesOfADraftWhoseItemHasANewVersionOrIsClosed() {
        assertThat(get("/my/cases").body()).doesNotContain("draft-standing");
        shelf.until = Optional.of(Instant.parse("2026-11-22T01:30:00Z"));
        assertThat(get("/my/cases").body()).contains("事项换了新版本", "2026年11月22日", "09:30", "照原样提交");

        shelf.until = Optional.empty();
        shelf.accepting = false;
        assertThat(get("/my/cases").body()).contains("接着填时会先告诉您有什么变化");
        shelf.retired = true;
        assertThat(get("/my/cases").body()).contains("这个事项不再接收申请", ">查看<").doesNotContain(">接着填<");
    }

    @Test
    void aDraftIsDeletedOnlyAfterAsking() {
        assertThat(get("/my/drafts/5/delete").body()).contains("删除后不能恢复", "不删，接着填");
        assertThat(desk.deleted).isFalse();
        assertThat(portal.post("/my/drafts/5/delete", "csrf=csrf-of-anna", "Cookie", "hall-session=anna")
                        .statusCode())
                .isEqualTo(303);
        assertThat(desk.deleted).isTrue();
    }

    @Test
    void theCasePageSaysWhoHasItAndByWhen() {
        assertThat(get("/my/cases/" + NUMBER).body())
                .contains("受理岗 王敏", "交通局 审批岗", "还剩 3 个工作日", "is-now", "is-next", "定夺")
                .contains("皖S12345", "/my/cases/" + NUMBER + "/files/40", "/receipt/" + NUMBER)
                .doesNotContain("claimed", "材料齐全");
        assertThat(get("/my/cases/20261121-000002").statusCode()).isEqualTo(404);
    }

    @Test
    void theChartShowsWhereTheCaseIsAmongTheStepsOfItsVersion() {
        String page = get("/my/cases/" + NUMBER).body();
        assertThat(page)
                .contains("role=\"img\" aria-labelledby=\"flow-chart-narrow-title flow-chart-narrow-text\"")
                .contains("共 3 个环节，现在在：查验。")
                .contains("is-now\"><span class=\"timeline-disc\" aria-hidden=\"true\">2<")
                .contains("is-next\"><span class=\"timeline-disc\" aria-hidden=\"true\">3<")
                .contains("flow-card-done", "flow-card-now", "flow-card-todo", ">现在在这里</text>", ">收件</text>")
                .contains("<li aria-current=\"step\"><p><strong>查验</strong>", "到“定夺”", "结束：不予许可")
                .doesNotContain(" style=");
        file = refused();
        assertThat(get("/my/cases/" + NUMBER).body()).contains("flow-end-taken").doesNotContain("flow-card-now");
    }

    @Test
    void aRefusalSaysWhyAndWhatOfficialsThinkOnTheWayStaysTheirs() {
        file = refused();
        assertThat(get("/my/cases/" + NUMBER).body())
                .contains(
                        "不予许可",
                        "&lt;没有车位&gt;",
                        "is-failed",
                        "查验完成",
                        "停车许可",
                        "/my/cases/" + NUMBER + "/documents/letter")
                .doesNotContain("内部看法", "is-next", "<没有车位>");
    }

    @Test
    void anIssuedDocumentIsDrawnFromItsTemplate() {
        file = refused();
        assertThat(get("/my/cases/" + NUMBER + "/documents/letter").body())
                .contains("<h1>许可</h1>", "张三丰，" + NUMBER + "，&lt;没有车位&gt;", "车牌=皖S12345;");
        assertThat(get("/my/cases/" + NUMBER + "/documents/other").statusCode()).isEqualTo(404);
        file = underWay();
        assertThat(get("/my/cases/" + NUMBER + "/documents/letter").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTemplateReachesNothingOfTheHall() {
        file = refused();
        HttpResponse<String> page = get("/my/cases/" + NUMBER + "/documents/evil");
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).doesNotContain("uid=");
    }

    @Test
    void theReceiptShowsNumberCodeAndWhatHappensNext() {
        HttpResponse<String> page = get("/receipt/" + NUMBER);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body())
                .contains(
                        NUMBER,
                        "K7M2-9QXA",
                        "<svg class=\"receipt-qr\"",
                        "收件",
                        "查验、定夺",
                        "受理后 <span class=\"date\">10 个工作日</span>内",
                        "media=\"print\"");
        assertThat(get("/receipt/" + NUMBER + "?print").body())
                .contains("print.css")
                .doesNotContain("media=\"print\"");
        assertThat(get("/receipt/20261121-000002").statusCode()).isEqualTo(404);
    }

    @Test
    void everyPageSpeaksEnglish() {
        for (String path : List.of("/my/cases", "/my/cases/" + NUMBER, "/receipt/" + NUMBER, "/my/drafts/5/delete")) {
            assertThat(portal.get(path, "Cookie", "hall-session=anna", "Accept-Language", "en")
                            .body())
                    .contains("<html lang=\"en\"", "Parking permit");
        }
    }
}
