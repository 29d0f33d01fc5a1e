package org.openhall.portal.internal.web.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.Drafts;
import org.openhall.api.users.Mandate;
import org.openhall.item.Answers;
import org.openhall.portal.internal.PortalUnderTest;

class FilingPagesTest extends FilingUnderTest {

    @Test
    void whoIsNotSignedInComesBackAfterSigningIn() {
        HttpResponse<String> home = portal.get("/filing/5");
        assertThat(location(home)).contains("/sign-in?back=%2Ffiling%2F5");

        HttpResponse<String> apply =
                portal.post("/items/p-1/apply", "csrf=" + "x".repeat(43), "Cookie", "hall-csrf=" + "x".repeat(43));
        assertThat(location(apply)).contains("/sign-in?back=%2Fitems%2Fp-1%2Fapply");
    }

    @Test
    void somebodyElsesDraftIsNotThere() {
        for (String path : List.of(
                "/filing/5", "/filing/5/form/who", "/filing/5/materials", "/filing/5/check", "/filing/5/files/40")) {
            assertThat(portal.get(path, "Cookie", "hall-session=bert").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whoActsForOnePartyGoesStraightToTheDraft() {
        desk.deleted = true;
        assertThat(location(post("/items/p-1/apply", ""))).contains("/filing/5");
    }

    @Test
    void whoHasADraftAlreadyMayGoOnWithIt() {
        assertThat(post("/items/p-1/apply", "").body()).contains("您有没填完的草稿", "href=\"/filing/5\"", "另外填一份新的");
        assertThat(location(post("/items/p-1/apply", "party=1"))).contains("/filing/5");
    }

    @Test
    void whoActsForSeveralChoosesOne() {
        mandates = List.of(mandate(1, "张三丰", Mandate.Kind.OWN), mandate(2, "李四", Mandate.Kind.AGENT));
        desk.deleted = true;
        assertThat(post("/items/p-1/apply", "").body()).contains("这次为谁申请？", "value=\"2\"", "受委托代办");
        assertThat(post("/items/p-1/apply", "chosen=1").statusCode()).isEqualTo(422);

        desk.opening = new Drafts.NotFor("subject");
        assertThat(post("/items/p-1/apply", "party=2").body()).contains("不受理这类申请人", "href=\"#f-party\"");
    }

    @Test
    void theNoticeSaysWhatToPrepare() {
        assertThat(get("/filing/5").body())
                .contains(
                        "办理须知",
                        "车在本市登记。",
                        "行驶证",
                        "PDF 或 JPG，不超过 1 MB，1 个文件。",
                        "5 个工作日内",
                        "受理后 10 个工作日内",
                        "/filing/5/form/who");
    }

    @Test
    void aFormPageShowsKnownDataAndWhatWasTyped() {
        desk.changedElsewhere(Map.of("plate", "皖S"));
        assertThat(get("/filing/5/form/who").body())
                .contains("来自您的账户", "张三丰", "value=\"皖S\"", "第 1 页，共 2 页", "已自动保存 12:03")
                .contains("name=\"draft:revision\" value=\"4\"")
                .doesNotContain("车牌少了几位");
        assertThat(get("/filing/5/form/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongAnswerIsSavedAndShownWithItsProblem() {
        HttpResponse<String> page = post("/filing/5/form/who", "draft:revision=3&plate=abc");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "有 1 处要改",
                        "<a href=\"#f-plate\">车牌少了几位</a>",
                        "id=\"f-plate-error\"",
                        "value=\"abc\"",
                        "您填写的其他内容都已保存");
        assertThat(desk.draft.answers().text("/plate")).contains("abc");
    }

    @Test
    void aRightAnswerLeadsToTheNextPageAndTheLastOneToTheMaterials() {
        assertThat(location(post("/filing/5/form/who", "draft:revision=3&plate=abcde")))
                .contains("/filing/5/form/when");
        assertThat(location(post("/filing/5/form/when", "draft:revision=4&day-y=2027&day-m=1&day-d=2")))
                .contains("/filing/5/materials");
        assertThat(desk.draft.answers().text("/plate")).contains("abcde");
    }

    @Test
    void leavingSavesFirst() {
        assertThat(location(post("/filing/5/form/who", "draft:revision=3&plate=a&draft:leave=1")))
                .contains("/my/cases");
        assertThat(desk.draft.answers().text("/plate")).contains("a");
    }

    @Test
    void whatIsTypedIsSavedByItself() {
        HttpResponse<String> saved = post("/filing/5/form/who/autosave", "draft:revision=3&plate=ab");

        assertThat(PortalUnderTest.object(saved))
                .containsEntry("saved", "12:03")
                .containsEntry("revision", 4);
        assertThat(post("/filing/5/form/who/autosave", "draft:revision=3&plate=x")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void twoWindowsAreShownSideBySideAndOneIsKept() {
        desk.changedElsewhere(Map.of("plate", "there"));
        HttpResponse<String> page = post("/filing/5/form/who", "draft:revision=3&plate=mine1");

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body())
                .contains("另一个窗口也改了这一页", "there", "mine1", "name=\"plate\" value=\"mine1\"", "value=\"4\"");

        assertThat(location(post("/filing/5/form/who", "draft:revision=4&plate=mine1&draft:keep=theirs")))
                .contains("/filing/5/form/who");
        assertThat(desk.draft.answers().text("/plate")).contains("there");
        post("/filing/5/form/who", "draft:revision=4&plate=mine1&draft:keep=mine");
        assertThat(desk.draft.answers().text("/plate")).contains("mine1");
    }

    @Test
    void aChangeOfAnotherPageElsewhereAsksNothing() {
        desk.changedElsewhere(Map.of("day", "2027-1-2"));
        assertThat(location(post("/filing/5/form/when", "draft:revision=3&day-y=2027&day-m=1&day-d=2")))
                .contains("/filing/5/materials");
    }

    @Test
    void aFiledDraftLeadsToItsCase() {
        desk.draft = SmallDesk.draft(Answers.none(), 9, Optional.of("20261121-000001"));
        HttpResponse<String> page = get("/filing/5/form/who");

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("这份申请已经提交", "/my/cases/20261121-000001");
        assertThat(location(post("/filing/5/check", "declared=true"))).contains("/receipt/20261121-000001");
    }

    @Test
    void everyPageSpeaksEnglish() {
        for (String path : List.of(
                "/filing/5", "/filing/5/form/who?fix", "/filing/5/materials", "/filing/5/check", "/items/p-1/apply")) {
            assertThat(portal.get(path, "Cookie", ANNA, "Accept-Language", "en").body())
                    .contains("<html lang=\"en\"", "Parking permit");
        }
    }
}
