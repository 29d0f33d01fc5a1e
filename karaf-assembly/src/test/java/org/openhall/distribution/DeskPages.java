package org.openhall.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** The pages on which an official finds a task and does it. */
final class DeskPages {

    private final Visitor visitor;

    DeskPages(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Signs in, finds the task on the desk and opens the case. */
    void open(DemoAccount official, String number) {
        visitor.visit("/sign-in").signsIn(official.username(), official.password());
        visitor.arrives("待办").sees("desk");
        Locator search = visitor.page().locator("[data-desk-search]");
        search.fill(number);
        search.press("Enter");
        Locator task = visitor.page().locator("a.number");
        assertThat(task).hasCount(1);
        assertThat(task).hasText(number);
        visitor.sees("desk-found");
        task.click();
        visitor.reads("申请内容").reads("光明西路 68 号门前");
    }

    /** Looks at the file and writes down what is to be said about it. */
    void judgeTheFile(String opinion) {
        visitor.reads("平面图.pdf").sees("case");
        visitor.types("对这份材料的意见", opinion).pressByKeyboard("这份没问题").reads(opinion);
        visitor.sees("case-with-opinion");
    }

    /** Chooses an outcome and acts. */
    void act(String outcome, String done) {
        choose(outcome);
        visitor.sees("case-" + outcome);
        press();
        visitor.reads("已办理：" + done).sees("case-after-" + outcome);
    }

    /** Acts on a page that was drawn before somebody else acted: nothing happens, and the page says who was first. */
    void actTooLate(String outcome, String opinion, String who) {
        choose(outcome);
        visitor.page().locator("#opinion").fill(opinion);
        press();
        assertThat(visitor.main().getByRole(AriaRole.ALERT)).hasCount(1);
        visitor.reads(who).reads("您这次没有办理");
        assertThat(visitor.page().locator("#kept")).hasValue(opinion);
        visitor.sees("case-too-late");
    }

    private void choose(String outcome) {
        visitor.page().locator("input[name=action][value=" + outcome + "]").check();
    }

    private void press() {
        visitor.page().locator("[data-act-button]").press("Enter");
    }
}
