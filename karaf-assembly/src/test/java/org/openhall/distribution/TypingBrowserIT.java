package org.openhall.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people type stays, whatever happens to their windows. */
@ExtendWith(SharedHall.class)
class TypingBrowserIT {

    private static final String PASSWORD = "a-long-enough-phrase-7";

    private final Hall hall;
    private final Filer filer;
    private final Chromium browser;

    TypingBrowserIT(Hall hall, Filer filer, Chromium browser) {
        this.hall = hall;
        this.filer = filer;
        this.browser = browser;
    }

    @Test
    void whatIsTypedIsSavedWithoutAButton() {
        String username = Filer.register(hall, PASSWORD);
        try (Visitor visitor = Visitor.modern(browser, hall, "autosave")) {
            form(visitor, username, draft(username));
            Response saved = visitor.page().waitForResponse("**/autosave", () -> visitor.types("摆放地点", "桥头"));
            assertThat(saved.status()).as(saved.text()).isEqualTo(200);
            visitor.reads("已自动保存").sees("saved");
            visitor.page().reload();
            assertThat(visitor.field("摆放地点")).hasValue("桥头");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void whoTypedInTwoWindowsChoosesWhichToKeep() {
        String username = Filer.register(hall, PASSWORD);
        String draft = draft(username);
        try (Visitor one = Visitor.plain(browser, hall, "conflict");
                Visitor other = Visitor.plain(browser, hall, "conflict-other")) {
            form(one, username, draft);
            form(other, username, draft);
            one.types("摆放地点", "桥头").types("占地面积", "4").press("继续，下一页");
            one.page().locator(".error-summary").waitFor();

            other.types("摆放地点", "车站前").press("继续，下一页").arrives("另一个窗口也改了这一页");
            other.reads("桥头").reads("车站前").sees("choose");
            other.press("用这个窗口填写的");

            assertThat(other.field("摆放地点")).hasValue("车站前");
            assertThat(other.complaints()).isEmpty();
        }
    }

    private String draft(String username) {
        return filer.draft(hall.api().as(username, PASSWORD));
    }

    private static void form(Visitor visitor, String username, String draft) {
        visitor.visit("/sign-in").signsIn(username, PASSWORD);
        visitor.arrives("我的办件").visit("/filing/" + draft + "/form/kiosk").arrives("报刊亭");
    }
}
