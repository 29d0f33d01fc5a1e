package org.openhall.portal.internal.web.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.Drafts;

/** What becomes of a draft when its item has a newer version, or takes nothing any more. */
class EndingDraftsTest extends FilingUnderTest {

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
}
