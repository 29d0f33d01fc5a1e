package org.openhall.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody who walks through the hall in a browser, with JavaScript or without, and looks closely at every page. */
final class Visitor implements AutoCloseable {

    /** What Chromium itself says about a page that was answered with an error which the test provoked. */
    private static final Pattern PROVOKED = Pattern.compile(".*status of (409|422) .*|.*status of 404 .*/progress.*");

    private final Window window;
    private final boolean javaScript;
    private final Optional<Mirror> mirror;
    private final String walk;
    private int pictures;

    private Visitor(Window window, boolean javaScript, Optional<Mirror> mirror, String walk) {
        this.window = window;
        this.javaScript = javaScript;
        this.mirror = mirror;
        this.walk = walk;
    }

    /** On a wide screen, with JavaScript. */
    static Visitor modern(Chromium browser, Hall hall, String walk) {
        return new Visitor(browser.window(hall), true, Optional.empty(), walk + "-js-1280");
    }

    /** On a phone, without JavaScript. */
    static Visitor plain(Chromium browser, Hall hall, String walk) {
        var mirror = new Mirror(browser.window(hall, 390, true));
        return new Visitor(browser.window(hall, 390, false), false, Optional.of(mirror), walk + "-plain-390");
    }

    /** The same manner for another walk, in a window of its own. */
    Visitor another(Chromium browser, Hall hall, String otherWalk) {
        return javaScript ? modern(browser, hall, otherWalk) : plain(browser, hall, otherWalk);
    }

    boolean javaScript() {
        return javaScript;
    }

    Page page() {
        return window.page();
    }

    /** What is between header and footer. */
    Locator main() {
        return page().locator("main");
    }

    Visitor visit(String path) {
        window.visit(path);
        return this;
    }

    /** Looks at the page as it is now: it fits, it is accessible, it is kept as a picture. */
    Visitor sees(String name) {
        page().waitForLoadState();
        window.picture("%s-%02d-%s".formatted(walk, ++pictures, name)).fits();
        mirror.ifPresentOrElse(copy -> copy.accessible(page()), window::accessible);
        return this;
    }

    /** Waits for a page by its heading. */
    Visitor arrives(String heading) {
        assertThat(main().getByRole(
                                AriaRole.HEADING,
                                new Locator.GetByRoleOptions()
                                        .setName(heading)
                                        .setExact(true)
                                        .setLevel(1)))
                .isVisible();
        // Deferred scripts run before a page counts as loaded; nobody types faster than that.
        page().waitForLoadState();
        return this;
    }

    Visitor reads(String text) {
        assertThat(main().getByText(text).first()).isVisible();
        return this;
    }

    /** Presses a button or follows a link of the page. */
    Visitor press(String name) {
        target(name).click();
        return this;
    }

    /** Presses a button by keyboard; a click beside a PDF that the browser is just opening may get lost in it. */
    Visitor pressByKeyboard(String name) {
        target(name).press("Enter");
        return this;
    }

    /** Presses twice, as impatient people do. */
    Visitor pressTwice(String name) {
        target(name).dblclick();
        return this;
    }

    /** Follows a link that says for screen readers what it is about. */
    Visitor pressBeside(String what, String name) {
        main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile(name + "\\s*" + what)))
                .click();
        return this;
    }

    Visitor types(String label, String text) {
        field(label).fill(text);
        return this;
    }

    Locator field(String label) {
        return main().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    /** Types a date into its three boxes. */
    Visitor typesDate(String question, String year, String month, String day) {
        var group = main().getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(question));
        group.getByLabel("年").fill(year);
        group.getByLabel("月").fill(month);
        group.getByLabel("日").fill(day);
        return this;
    }

    /** Hands in a file on a card; without JavaScript it takes a press of the button too. */
    Visitor uploads(Locator card, String name, String type, byte[] content) {
        card.locator("input[type=file]").first().setInputFiles(new FilePayload(name, type, content));
        if (!javaScript) {
            card.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("上传").setExact(true))
                    .click();
        }
        return this;
    }

    Visitor signsIn(String username, String password) {
        return types("用户名", username).types("密码", password).press("登录");
    }

    /** Whatever the pages complained about in the console, apart from mistakes that were made on purpose. */
    List<String> complaints() {
        return window.complaints().stream()
                .filter(complaint -> !PROVOKED.matcher(complaint).matches())
                .toList();
    }

    @Override
    public void close() {
        mirror.ifPresent(Mirror::close);
        window.close();
    }

    private Locator target(String name) {
        var options = new Locator.GetByRoleOptions().setName(name).setExact(true);
        return main().getByRole(AriaRole.BUTTON, options)
                .or(main().getByRole(AriaRole.LINK, options))
                .first();
    }
}
