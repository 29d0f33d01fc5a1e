package org.openhall.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The pages on which a citizen finds the kiosk, files it and follows it. */
final class CitizenPages {

    private final Visitor visitor;

    CitizenPages(Visitor visitor) {
        this.visitor = visitor;
    }

    /** From the home page to the item's guide by searching. */
    void findTheItem() {
        visitor.visit("/").sees("home");
        Locator search = visitor.page().locator("#q");
        search.pressSequentially("报刊亭");
        if (visitor.javaScript()) {
            Locator suggestion = visitor.page().getByRole(AriaRole.OPTION).first();
            assertThat(suggestion).containsText("报刊亭设置");
            visitor.sees("home-suggestions");
        }
        search.press("Enter");
        assertThat(visitor.page()).hasURL(Pattern.compile("/items\\?"));
        visitor.sees("list");
        // Other tests leave items with the same name in the hall.
        visitor.main().locator("a[href='/items/" + Kiosk.CODE + "']").first().click();
        visitor.arrives("报刊亭设置").sees("guide");
    }

    /** The button of the guide asks who it is and leads back to the filing. */
    void beginFiling(String username, String password) {
        visitor.press("网上申报").arrives("登录").sees("sign-in");
        visitor.signsIn(username, "not-" + password).reads("用户名或密码不对");
        assertThat(visitor.field("用户名")).hasValue(username);
        visitor.sees("sign-in-wrong");
        visitor.signsIn(username, password).arrives("开始申请").sees("apply");
        visitor.press("开始填写").arrives("办理须知").sees("notice");
        visitor.press("知道了，开始填写").arrives("报刊亭");
    }

    /** The first page of the form, with mistakes first. */
    void describeTheKiosk() {
        visitor.reads("来自您的账户");
        visitor.types("占地面积", "六").press("继续，下一页");
        Locator summary = visitor.page().locator(".error-summary");
        assertThat(summary).isVisible();
        assertThat(visitor.field("占地面积")).hasValue("六");
        visitor.sees("form-1-errors");
        if (visitor.javaScript()) {
            assertThat(summary).isFocused();
        }
        summary.locator("a[href$='area']").click();
        if (visitor.javaScript()) {
            assertThat(visitor.field("占地面积")).isFocused();
        }
        visitor.types("摆放地点", "光明西路 66 号门前").types("占地面积", "6").typesDate("开业日期", "2027", "3", "1");
        visitor.press("再加一项").types("品种", "报纸");
        assertThat(visitor.field("摆放地点")).hasValue("光明西路 66 号门前");
        visitor.sees("form-1").press("继续，下一页").arrives("联系和领取");
    }

    /** The second page: a question that depends on an answer appears at once or, without JavaScript, with the next post. */
    void sayWhereToSendIt() {
        visitor.types("联系电话", "13805670129");
        assertThat(visitor.field("邮寄地址")).not().isVisible();
        visitor.field("快递").check();
        if (!visitor.javaScript()) {
            visitor.press("继续，上传材料");
            assertThat(visitor.page().locator(".error-summary")).isVisible();
            visitor.sees("form-2-asks-more");
        }
        assertThat(visitor.field("邮寄地址")).isVisible();
        assertThat(visitor.field("联系电话")).hasValue("13805670129");
        visitor.types("邮寄地址", "谯城区光明西路 66 号");
        visitor.sees("form-2").press("继续，上传材料").arrives("上传材料");
    }

    /** A file that is not what it says, then a good one. */
    void handIn(String title) {
        visitor.sees("materials-empty");
        Locator card = visitor.page().locator("#m-plan");
        visitor.uploads(card, "plan.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(card).containsText("文件类型不对");
        visitor.sees("materials-refused");
        visitor.uploads(card, "平面图.pdf", "application/pdf", Papers.pdf(title));
        assertThat(card).containsText("平面图.pdf");
        assertThat(card).containsText("已齐");
        visitor.sees("materials").press("继续，核对信息").arrives("核对后提交");
    }

    /** Mends one answer from the check page, then files it with a double click. */
    Filer.Filed checkAndSubmit() {
        visitor.sees("check").pressBeside("摆放地点", "修改").arrives("报刊亭");
        visitor.types("摆放地点", "光明西路 68 号门前").press("继续，下一页");
        visitor.arrives("联系和领取").press("继续，上传材料");
        visitor.arrives("上传材料").press("继续，核对信息");
        visitor.arrives("核对后提交").reads("光明西路 68 号门前");
        visitor.page().locator("#declared").check();
        visitor.pressTwice("提交申请").arrives("申请已提交");
        assertThat(visitor.page().locator(".receipt-qr")).isVisible();
        visitor.sees("receipt");
        return new Filer.Filed(
                visitor.page().locator(".receipt-number").innerText().strip(),
                visitor.page().locator(".receipt-code").innerText().strip());
    }

    /** The receipt on paper, the case and the list; the double click filed once. */
    void followIt(Filer.Filed filed) {
        visitor.visit("/receipt/" + filed.number() + "?print").sees("receipt-print");
        visitor.visit("/receipt/" + filed.number()).press("查看这件申请").arrives("报刊亭设置");
        visitor.reads("已提交").reads("光明西路 68 号门前").sees("my-case");
        visitor.visit("/my/cases").sees("my-cases");
        assertThat(visitor.page().locator(".case-row")).hasCount(1);
        assertThat(visitor.page().locator(".case-row")).containsText(filed.number());
    }

    /** Number and code are enough to see how far it is. */
    void askForProgress(Filer.Filed filed, String state) {
        visitor.visit("/progress")
                .types("办件编号", filed.number())
                .types("查询码", "AAAA-AAAA-AAAA")
                .press("查进度");
        assertThat(visitor.page().locator(".error-summary")).isVisible();
        assertThat(visitor.field("办件编号")).hasValue(filed.number());
        visitor.sees("progress-wrong");
        visitor.types("查询码", filed.queryCode()).press("查进度").arrives("报刊亭设置");
        visitor.reads(state).sees("progress");
    }

    /** The finished case with its document. */
    void receiveTheDocument(Filer.Filed filed) {
        visitor.visit("/my/cases/" + filed.number()).reads("已办结").sees("my-case-finished");
        visitor.press("报刊亭设置证");
        assertThat(visitor.page().locator(".document")).containsText(filed.number());
        visitor.sees("document");
    }
}
