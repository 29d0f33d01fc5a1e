package org.openhall.portal.internal.web.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.Drafts;
import org.openhall.api.cases.Filing;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.forms.Problem;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.IdType;
import org.openhall.api.users.Mandate;
import org.openhall.api.users.Party;
import org.openhall.item.Answers;
import org.openhall.item.Applicant;
import org.openhall.portal.internal.PortalUnderTest;

class FilingPagesTest {

    private static final String ANNA = "hall-session=anna";
    private static final String CSRF = "csrf=csrf-of-anna";

    private final SmallDesk desk = new SmallDesk();
    private final SmallItem.Shelf shelf = new SmallItem.Shelf();
    private List<Mandate> mandates = List.of(mandate(1, "张三丰", Mandate.Kind.OWN));
    private final PortalUnderTest portal = new PortalUnderTest(desk.hall(shelf)
            .with(Accounts.class, new Object() {
                @SuppressWarnings("unused")
                public List<Mandate> mandates(long account) {
                    return mandates;
                }
            })
            .signedIn(new Account(8, "bert", AccountKind.PERSON, "李四", "", false, List.of()))
            .services());

    @AfterEach
    void stop() {
        portal.close();
    }

    private static Mandate mandate(long party, String name, Mandate.Kind kind) {
        return new Mandate(
                7, new Party(party, Applicant.Kind.NATURAL, name, IdType.RESIDENT_ID, "", "", "", false), kind);
    }

    private HttpResponse<String> get(String path) {
        return portal.get(path, "Cookie", ANNA);
    }

    private HttpResponse<String> post(String path, String fields) {
        return portal.post(path, CSRF + "&" + fields, "Cookie", ANNA);
    }

    private static Optional<String> location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location");
    }

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
    void materialsSayWhatLacksAndWhy() {
        assertThat(get("/filing/5/materials").body())
                .contains("还差 1 份必交材料", "1 份选交", "1 份不用交", "按您填写的内容，不用交这份材料。")
                .contains("data-max-bytes=\"1048576\"", "capture=\"environment\"", "multiple");

        desk.changedElsewhere(Map.of("plate", "L1234"));
        assertThat(get("/filing/5/materials").body()).contains("还差 2 份必交材料", "按您填写的内容，要交这份材料。");
    }

    @Test
    void anUploadIsListedAndMayBeTakenBack() {
        HttpResponse<String> uploaded = upload("licence", "车.jpg");
        assertThat(location(uploaded)).contains("/filing/5/materials#m-licence");
        assertThat(get("/filing/5/materials").body())
                .contains("必交材料都已交齐", "车.jpg", "2 KB", "/filing/5/files/40/remove");

        HttpResponse<String> file = get("/filing/5/files/40");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("inline")
                .contains("%E8%BD%A6.jpg");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

        assertThat(location(post("/filing/5/files/40/remove", ""))).contains("/filing/5/materials#m-licence");
        assertThat(desk.files).isEmpty();
    }

    @Test
    void aRefusedFileIsExplainedOnItsCard() {
        HttpResponse<String> page = upload("licence", "车.exe");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("车.exe：文件类型不对，这里只收 PDF、JPG", "href=\"#m-licence\"", "is-failed");
        assertThat(upload("unknown", "a.jpg").statusCode()).isEqualTo(404);
    }

    @Test
    void aFileThatComesBehindTheFilingLeadsToTheCase() {
        HttpResponse<String> page = upload("licence", "late.jpg");

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("这份申请已经提交", "/my/cases/20261121-000001");
    }

    private HttpResponse<String> upload(String material, String name) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\ncsrf-of-anna\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\n\r\nbytes\r\n--b--\r\n";
        return portal.send(portal.to("/filing/5/materials/" + material)
                .headers("Cookie", ANNA, "Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

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

    @Test
    void everyPageOfADraftSaysUntilWhenItCanBeSubmittedAsItIs() {
        List<String> pages = List.of("/filing/5", "/filing/5/form/who", "/filing/5/materials", "/filing/5/check");
        for (String page : pages) {
            assertThat(get(page).body()).doesNotContain("这个事项换了新版本");
        }
        shelf.until = Optional.of(Instant.parse("2026-11-22T01:30:00Z"));
        for (String page : pages) {
            assertThat(get(page).body()).contains("这个事项换了新版本", "2026年11月22日", "09:30");
        }
    }

    @Test
    void aClosedVersionKeepsTheAnswersAndOffersTheNewOne() {
        shelf.accepting = false;
        HttpResponse<String> page = get("/filing/5/form/who");
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body())
                .contains("这个事项换了一版表单", "您填写的内容和上传的材料都在", "action=\"/filing/5/move\"")
                .contains("多了这些问题", "颜色", "这些问题不再问", "备注", "不会提交");
        assertThat(location(post("/filing/5/move", ""))).contains("/filing/5/form/who");
        assertThat(post("/filing/5/form/who/autosave", "draft:revision=3&plate=ab")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anItemThatTakesNothingAnyMoreKeepsTheAnswersToBeTakenAlong() {
        desk.changedElsewhere(Map.of("plate", "皖S12345"));
        shelf.accepting = false;
        desk.standing = new Drafts.Closed();
        HttpResponse<String> page = get("/filing/5/check");
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("这个事项不再接收申请", "皖S12345", "href=\"/filing/5/answers\"", "/my/drafts/5/delete");
        HttpResponse<String> kept = get("/filing/5/answers");
        assertThat(kept.body()).contains("停车位申请", "皖S12345");
        assertThat(kept.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"answers-5.txt\"");
        assertThat(post("/filing/5/move", "").statusCode()).isEqualTo(409);
    }

    @Test
    void whatIsTypedAtTheMomentOfAHardStopIsSavedBeforeTheCitizenIsTold() {
        shelf.accepting = false;
        assertThat(location(post("/filing/5/form/who", "draft:revision=3&plate=ab")))
                .contains("/filing/5");
        assertThat(desk.draft.answers().text("/plate")).contains("ab");
        assertThat(get("/filing/5").statusCode()).isEqualTo(409);
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
