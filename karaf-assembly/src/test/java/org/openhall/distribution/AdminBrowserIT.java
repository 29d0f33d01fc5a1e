package org.openhall.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A department's administrator deploys, activates, plans and rolls back in a browser. In a hall of its own, for items come to stay. */
class AdminBrowserIT extends HallOfItsOwn {

    private static final String YAML = "OPENHALL-INF/item.yaml";

    AdminBrowserIT(Chromium browser) {
        super(browser);
    }

    @BeforeAll
    void anotherDepartmentHasAnItem() {
        hall.api()
                .as(hall.account("admin"))
                .upload(
                        "/api/v1/admin/items",
                        "far.jar",
                        "application/java-archive",
                        Kiosk.version("1.0.0")
                                .named("far-kiosk")
                                .offeredBy("006940116")
                                .jar())
                .expect(201);
    }

    @Test
    void anItemIsDeployedAndRolledBackOnAWideScreen() {
        walk(Visitor.modern(browser, hall, "admin"), "wide-kiosk");
    }

    @Test
    void anItemIsDeployedAndRolledBackOnAPhoneWithoutJavaScript() {
        walk(Visitor.plain(browser, hall, "admin"), "small-kiosk");
    }

    private void walk(Visitor visitor, String code) {
        DemoAccount account = hall.account("hejing");
        try (visitor) {
            visitor.visit("/sign-in").signsIn(account.username(), account.password());
            visitor.arrives("已部署的事项").sees("items");
            assertThat(visitor.main().getByText("far-kiosk")).hasCount(0);
            visitor.press("部署程序包").arrives("部署程序包").sees("deploy");
            refused(visitor, code);
            kept(visitor, code);
            activatedAtOnce(visitor, code);
            planned(visitor, code);
            rolledBack(visitor, code);
            visitor.visit("/admin/record").arrives("部署记录").reads("没有接收").sees("record");
            visitor.page().navigate("/admin/items/far-kiosk");
            visitor.arrives("没有找到");
            assertThat(visitor.complaints().stream().filter(complaint -> !complaint.contains("far-kiosk")))
                    .isEmpty();
        }
    }

    private static void refused(Visitor visitor, String code) {
        Kiosk broken = kiosk(code, "1.0.0").with(YAML, yaml -> yaml.replace("post: approve", "post: aprove"));
        send(visitor, broken);
        visitor.reads("大厅没有任何变化").reads("aprove").sees("refused");
    }

    private void kept(Visitor visitor, String code) {
        send(visitor, kiosk(code, "1.0.0"));
        visitor.reads("新申请和在办件都没有变化").sees("kept");
        hall.api().get("/api/v1/items/" + code).expect(404);
        visitor.press("启用 1.0.0").arrives("启用 1.0.0").sees("activate");
        visitor.press("立即启用 1.0.0").reads("已完成：启用 1.0.0").sees("activated");
        assertThat(serving(code)).isEqualTo("1.0.0");
    }

    private void activatedAtOnce(Visitor visitor, String code) {
        visitor.press("上传新版本").arrives("部署程序包");
        visitor.page().locator("input[name=then][value=activate]").check();
        send(visitor, kiosk(code, "1.1.0"));
        visitor.reads("现在为它的版本线服务").sees("active");
        assertThat(serving(code)).isEqualTo("1.1.0");
        visitor.press("看这个事项");
    }

    private static void planned(Visitor visitor, String code) {
        visitor.press("上传新版本").arrives("部署程序包");
        send(visitor, kiosk(code, "1.2.0"));
        visitor.reads("还没启用").press("启用 1.2.0").arrives("启用 1.2.0");
        visitor.page().locator("input[name=when][value=later]").check();
        visitor.page().locator("#hard").check();
        visitor.press("定时启用 1.2.0").reads("请填写正确的日期").sees("plan-errors");
        visitor.typesDate("日期", "2027", "1", "4").types("时间", "06:30").press("定时启用 1.2.0");
        visitor.reads("已计划：1.2.0 将在").reads("2027年1月4日").reads("启用，硬停").sees("planned");
        visitor.press("取消计划").arrives("取消计划的启用").sees("cancel");
        visitor.press("取消计划").reads("已完成：取消计划 1.2.0");
    }

    private void rolledBack(Visitor visitor, String code) {
        visitor.pressBeside("1.0.0", "回退到此版").arrives("回退到 1.0.0").sees("roll-back");
        visitor.press("回退到 1.0.0").reads("已完成：回退到 1.0.0").sees("rolled-back");
        assertThat(serving(code)).isEqualTo("1.0.0");
    }

    private static void send(Visitor visitor, Kiosk kiosk) {
        visitor.page()
                .locator("#file")
                .setInputFiles(new FilePayload("kiosk.jar", "application/java-archive", kiosk.jar()));
        visitor.press("上传并检查");
    }

    private static Kiosk kiosk(String code, String version) {
        return Kiosk.version(version).named(code);
    }

    private String serving(String code) {
        return hall.api()
                .get("/api/v1/items/" + code)
                .expect(200)
                .json()
                .path("version")
                .asText();
    }
}
