package org.openhall.distribution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page in two languages and two skins: drawn at 1280 and 390 pixels, not wider than a window of 320, without serious or critical findings of
 * axe-core. The pictures are {@code target/screenshots/<page>-<language>-<skin>-<width>.png}.
 */
@ExtendWith(SharedHall.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesFitIT {

    private static final String OPINION = "地点在消防通道上";
    private static final List<String> CHINESE_NAMES = List.of(
            "亳州市晨光广告有限公司",
            "亳＊＊＊＊＊＊司",
            "亳州市城管执法局",
            "报刊亭设置证",
            "李小满",
            "李＊＊",
            "周文清",
            "王敏",
            "何静",
            "钱军",
            "周婷",
            "光明西路 66 号门前",
            "谯城区光明西路 66 号",
            "报纸",
            OPINION);

    private final Hall hall;
    private final Filer filer;
    private final Chromium browser;
    private final Map<String, String> ofStrangers = new LinkedHashMap<>();
    private final Map<String, String> ofCitizens = new LinkedHashMap<>();
    private final Map<String, String> ofOfficials = new LinkedHashMap<>();
    private final Map<String, String> ofAdministrators = new LinkedHashMap<>();

    PagesFitIT(Hall hall, Filer filer, Chromium browser) {
        this.hall = hall;
        this.filer = filer;
        this.browser = browser;
    }

    @BeforeAll
    void prepare() {
        Api citizen = filer.as("chenguang");
        String begun = filer.draft(citizen);
        String complete = filer.complete(citizen);
        Filer.Filed open = filer.file("chenguang");
        Filer.Filed finished = filer.file("chenguang");
        filer.act(finished, "wangmin", "accept").expect(200);
        filer.act(finished, "qianjun", "approve").expect(200);
        filer.act(finished, "zhouting", "complete").expect(200);
        Filer.Filed declined = filer.file("chenguang");
        filer.act(declined, filer.as("wangmin"), "decline", Map.of("opinion", OPINION))
                .expect(200);
        strangers(open);
        citizens(begun, complete, open, finished, declined);
        officials(open, finished);
        administrators();
    }

    @ParameterizedTest(name = "in {0} and {1}")
    @CsvSource({"zh,azure", "en,contrast"})
    void everyPageFits(String language, String skin) {
        var findings = new SoftAssertions();
        look(ofStrangers, "", language, skin, findings);
        look(ofCitizens, "chenguang", language, skin, findings);
        look(ofOfficials, "wangmin", language, skin, findings);
        look(ofAdministrators, "hejing", language, skin, findings);
        findings.assertAll();
    }

    private void look(
            Map<String, String> pages, String username, String language, String skin, SoftAssertions findings) {
        try (Window window = browser.window(hall)) {
            window.prefers(hall, language, skin);
            if (!username.isEmpty()) {
                DemoAccount account = hall.account(username);
                window.visit("/sign-in").page().locator("#f-username").fill(account.username());
                window.page().locator("#f-password").fill(account.password());
                window.page().locator("main form button").first().click();
                window.page().waitForURL(url -> !url.endsWith("/sign-in"));
            }
            pages.forEach((name, path) ->
                    findings.check(() -> look(window, path, "%s-%s-%s".formatted(name, language, skin))));
            findings.assertThat(window.complaints()).isEmpty();
        }
    }

    private static void look(Window window, String path, String name) {
        window.visit(path);
        if (name.contains("-en-") && !name.startsWith("list")) {
            everythingIsEnglish(window);
        }
        for (int width : new int[] {1280, 390}) {
            window.page().setViewportSize(width, width < 600 ? 844 : 900);
            window.picture(name + "-" + width).fits();
        }
        window.page().setViewportSize(320, 640);
        window.fits();
        window.page().setViewportSize(1280, 900);
        window.accessible();
    }

    /** Only what people typed and what things are called in the list of items may be Chinese. */
    private static void everythingIsEnglish(Window window) {
        Object words = window.page()
                .evaluate(
                        "names => {"
                                + "const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
                                + "while (texts.nextNode()) {"
                                + "  const text = names.reduce((left, name) => left.replaceAll(name, ''), texts.currentNode.data);"
                                + "  if (/\\p{Script=Han}/u.test(text) && !texts.currentNode.parentElement.closest('[lang|=zh], .document'))"
                                + "    found.push(text.trim());"
                                + "}"
                                + "return found; }",
                        CHINESE_NAMES);
        if (!((List<?>) words).isEmpty()) {
            throw new AssertionError(window.page().url() + " is not all English: " + words);
        }
    }

    private void strangers(Filer.Filed open) {
        ofStrangers.put("home", "/");
        ofStrangers.put("list", "/items");
        ofStrangers.put("list-chosen", "/items?q=报刊亭&online=true");
        ofStrangers.put("list-none", "/items?q=没有这样的事");
        ofStrangers.put("guide", "/items/" + Kiosk.CODE);
        ofStrangers.put("sign-in", "/sign-in");
        ofStrangers.put("register", "/register");
        ofStrangers.put("register-person", "/register/person");
        ofStrangers.put("register-organisation", "/register/organisation");
        ofStrangers.put("progress", "/progress");
        ofStrangers.put("progress-found", "/progress?number=" + open.number() + "&code=" + open.queryCode());
        ofStrangers.put("accessibility", "/accessibility");
        ofStrangers.put("privacy", "/privacy");
    }

    private void citizens(String begun, String complete, Filer.Filed open, Filer.Filed finished, Filer.Filed declined) {
        ofCitizens.put("apply", "/items/" + Kiosk.CODE + "/apply");
        ofCitizens.put("filing-notice", "/filing/" + begun);
        ofCitizens.put("filing-form", "/filing/" + begun + "/form/kiosk");
        ofCitizens.put("filing-form-errors", "/filing/" + begun + "/form/kiosk?fix");
        ofCitizens.put("filing-form-2", "/filing/" + complete + "/form/contact");
        ofCitizens.put("filing-materials-empty", "/filing/" + begun + "/materials");
        ofCitizens.put("filing-materials", "/filing/" + complete + "/materials");
        ofCitizens.put("filing-check-errors", "/filing/" + begun + "/check");
        ofCitizens.put("filing-check", "/filing/" + complete + "/check");
        ofCitizens.put("draft-delete", "/my/drafts/" + begun + "/delete");
        ofCitizens.put("receipt", "/receipt/" + open.number());
        ofCitizens.put("receipt-print", "/receipt/" + open.number() + "?print");
        ofCitizens.put("my-cases", "/my/cases");
        ofCitizens.put("my-case", "/my/cases/" + open.number());
        ofCitizens.put("my-case-finished", "/my/cases/" + finished.number());
        ofCitizens.put("my-case-declined", "/my/cases/" + declined.number());
        ofCitizens.put("my-document", "/my/cases/" + finished.number() + "/documents/permit");
        ofCitizens.put("account", "/account");
        ofCitizens.put("password", "/account/password");
    }

    private void officials(Filer.Filed open, Filer.Filed finished) {
        ofOfficials.put("desk", "/desk");
        ofOfficials.put("desk-none", "/desk?q=nobody-is-called-so");
        ofOfficials.put("desk-done", "/desk?state=done");
        ofOfficials.put("desk-case", "/desk/cases/" + open.number());
        ofOfficials.put("desk-case-finished", "/desk/cases/" + finished.number());
        ofOfficials.put("desk-account", "/account");
    }

    private void administrators() {
        String kiosk = "/admin/items/" + Kiosk.CODE;
        ofAdministrators.put("admin-items", "/admin/items");
        ofAdministrators.put("admin-deploy", "/admin/deploy");
        ofAdministrators.put("admin-record", "/admin/record");
        ofAdministrators.put("admin-item", kiosk);
        ofAdministrators.put("admin-activate", kiosk + "/activate?version=1.0.0");
        ofAdministrators.put("admin-retire", kiosk + "/retire?line=1.0");
        ofAdministrators.put("admin-withdraw", kiosk + "/withdraw?line=1.0");
        ofAdministrators.put("admin-dry-run", kiosk + "/dry-run?version=1.0.0");
        ofAdministrators.put("admin-account", "/account");
    }
}
