package org.openhall.portal.internal.web.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.Filing;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.forms.Problem;

class FilingCheckTest extends FilingUnderTest {

    @Test
    void everyAnswerIsCheckedWithALinkToChangeIt() {
        desk.changedElsewhere(Map.of("plate", "abc"));
        assertThat(get("/filing/5/check").body())
                .contains(
                        "有 3 处要改",
                        "/filing/5/form/who?fix#f-plate",
                        "/filing/5/form/when?fix#f-day",
                        "/filing/5/materials#m-licence")
                .contains("来自账户", "没有填写", "还没有上传", "提交申请", "由本人负责");
        assertThat(get("/filing/5/form/who?fix").body()).contains("车牌少了几位");
    }

    @Test
    void whoCannotSubmitNowIsToldBeforeTheLastClick() {
        assertThat(get("/filing/5/check").body()).doesNotContain("暂时不能提交");
        shelf.absence = Optional.of(Catalogue.Absence.MISSING);
        assertThat(get("/filing/5/check").body()).contains("暂时不能提交");
    }

    @Test
    void submittingNeedsTheDeclarationAndTheLatestAnswers() {
        assertThat(post("/filing/5/check", "draft:revision=3").body()).contains("请先确认内容和材料真实", "href=\"#declared\"");
        HttpResponse<String> old = post("/filing/5/check", "draft:revision=2&declared=true");
        assertThat(old.statusCode()).isEqualTo(409);
        assertThat(old.body()).contains("您在别的窗口改过这份申请");
        assertThat(desk.filed).isZero();
        assertThat(location(post("/filing/5/check", "draft:revision=3&declared=true")))
                .contains("/receipt/20261121-000001");
    }

    @Test
    void whatARuleSaysLeadsToTheAnswerItIsAbout() {
        desk.receipt = new Filing.Returned(List.of(
                new Problem("/plate", "rule", "这个车牌已有车位"),
                new Problem("/materials/photo", "rule", "请上传照片"),
                new Problem("", "rule", "今年名额已满")));
        HttpResponse<String> page = post("/filing/5/check", "draft:revision=3&declared=true");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "<a href=\"/filing/5/form/who?fix#f-plate\">这个车牌已有车位</a>",
                        "<a href=\"/filing/5/materials#m-photo\">请上传照片</a>")
                .contains("<a href=\"#submit\">今年名额已满</a>");
    }
}
