package org.openhall.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** People get accounts and passwords of their own. In a hall of its own, for a changed password stays changed. */
class AccountsBrowserIT extends HallOfItsOwn {

    private static final String PASSWORD = "四个不相干的词-7-lamp";

    AccountsBrowserIT(Chromium browser) {
        super(browser);
    }

    @Test
    void whoeverComesCanRegister() {
        try (Visitor visitor = Visitor.modern(browser, hall, "register")) {
            register(visitor, "lixiaoman");
        }
    }

    @Test
    void whoeverComesCanRegisterWithoutJavaScript() {
        try (Visitor visitor = Visitor.plain(browser, hall, "register")) {
            register(visitor, "lixiaoyu");
        }
    }

    @Test
    void aOneTimePasswordIsChangedBeforeAnythingElse() {
        DemoAccount account = hall.account("wuhao");
        try (Visitor visitor = Visitor.modern(browser, hall, "password")) {
            visitor.visit("/sign-in").signsIn(account.username(), account.password());
            visitor.arrives("请先设置自己的密码").sees("forced");
            visitor.page().navigate("/desk");
            visitor.arrives("请先设置自己的密码");
            change(visitor, account.password(), PASSWORD, "another-" + PASSWORD).reads("两次输入的密码不一样");
            visitor.sees("forced-errors");
            change(visitor, account.password(), PASSWORD, PASSWORD).arrives("待办");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void register(Visitor visitor, String username) {
        visitor.visit("/register").sees("choose");
        visitor.main().locator("a.door").first().click();
        visitor.arrives("注册个人账户").sees("form");
        visitor.types("姓名", "李小满").types("证件号码", "341602199003070018").types("用户名", username);
        visitor.types("密码", PASSWORD).types("再输一遍", PASSWORD).press("同意条款并注册");
        assertThat(visitor.page().locator(".error-summary")).isVisible();
        visitor.reads("校验码不对").reads("请填写联系电话").reads("请阅读条款");
        assertThat(visitor.field("姓名")).hasValue("李小满");
        assertThat(visitor.field("密码")).hasValue("");
        visitor.sees("errors");
        visitor.types("证件号码", "341602199003070019").types("联系电话", "13805670131");
        visitor.types("密码", PASSWORD)
                .types("再输一遍", PASSWORD)
                .field("我已阅读并同意上面的条款")
                .check();
        visitor.press("同意条款并注册").arrives("我的办件").sees("registered");
        assertThat(visitor.complaints()).isEmpty();
    }

    private static Visitor change(Visitor visitor, String old, String wanted, String repeated) {
        return visitor.types("现在的密码", old)
                .types("新密码", wanted)
                .types("再输一遍", repeated)
                .press("修改密码");
    }
}
