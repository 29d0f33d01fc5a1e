package org.openhall.portal.internal.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Extensions.Extending;
import org.openhall.api.catalogue.Version;

class AdminPagesTest extends AdminUnderTest {

    @Test
    void theListSaysInWordsHowEachItemStands() {
        HttpResponse<String> page = get("admin", "/admin/items");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("停车位申请", "出租车经营许可", "expert-opinion", "您管理全大厅的事项")
                .contains("1.2 排空中：还有 3 件", "1.3 受理新申请：在办 7 件，草稿 14 份", "1.4 还没有启用")
                .contains("断路器已断开", "程序已撤下", "出错 12 次", "未返回的线程 4，上限 4")
                .doesNotContain("1.1 已办完");
        assertThat(portal.get("/admin/items", "Cookie", "hall-session=admin; hall-lang=en")
                        .body())
                .contains("3 cases remain on 1.2", "Parking place", "Breaker open");
    }

    @Test
    void aDepartmentsAdministratorSeesAndTouchesOnlyItsItems() {
        assertThat(get("he", "/admin/items").body())
                .contains("停车位申请", "您所在部门的事项")
                .doesNotContain("出租车经营许可", "expert-opinion");
        assertThat(get("he", PARKING).statusCode()).isEqualTo(200);
        for (String path : List.of(
                "/admin/items/taxi",
                "/admin/items/taxi/retire?line=1.0",
                "/admin/items/taxi/dry-run?version=1.0.0",
                "/admin/items/expert-opinion")) {
            assertThat(get("he", path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(post("he", "/admin/items/taxi/retire", "&line=1.0").statusCode())
                .isEqualTo(404);
        assertThat(deployments.acts).isEmpty();
    }

    @Test
    void thePagesAreClosedToEverybodyElse() {
        assertThat(get("anna", "/admin/items").statusCode()).isEqualTo(403);
        assertThat(get("min", "/admin/items").statusCode()).isEqualTo(403);
        assertThat(get("min", PARKING).statusCode()).isEqualTo(403);
        assertThat(post("min", PARKING + "/retire", "&line=1.3").statusCode()).isEqualTo(403);
        assertThat(portal.get("/admin/items").headers().firstValue("Location"))
                .contains("/sign-in?back=%2Fadmin%2Fitems");
    }

    @Test
    void theItemPageShowsWhatExtendsItInWhichOrderAndWhatDoesNotApply() {
        extensions.all = List.of(
                extending("expert-opinion", Optional.empty(), List.of("fire-opinion")),
                extending("old-opinion", Optional.of("review.pass"), List.of()));

        assertThat(get("he", PARKING).body())
                .contains("扩展", "专家意见 1.0.0", "href=\"/admin/items/expert-opinion\"")
                .contains("在 review.pass 增加环节 opinion", "增加规则 at-hand", "顺序 100", "与 fire-opinion 顺序相同")
                .contains("不适用于 1.3.0：没有 review.pass");
    }

    private static Extending extending(String key, Optional<String> missing, List<String> tied) {
        return new Extending(
                "parking",
                Version.parse("1.3.0"),
                key,
                Version.parse("1.0.0"),
                Map.of("zh", "专家意见", "en", "Expert opinion"),
                100,
                Map.of("opinion", "review.pass"),
                List.of("at-hand"),
                missing,
                tied);
    }

    @Test
    void theItemPageShowsLinesHealthVersionsAndHistoryAndOffersTheNewestVersion() {
        HttpResponse<String> page = get("he", PARKING);

        assertThat(page.body())
                .contains("1.4.0 检查通过，可以启用", "用 1.4.0。", "10 件不受影响：7 件按 1.3、3 件按 1.2 办完")
                .contains("启用后 24 小时内，14 份旧版本的草稿仍可照旧提交")
                .contains("AreaRule threw java.lang.ArithmeticException: / by zero")
                .contains(
                        PARKING + "/reset?line=1.3", PARKING + "/restore?line=1.2", PARKING + "/rollback?version=1.2.4")
                .contains("SHA-256 9f3c0a17be42…", "亳州市城市管理局")
                .contains("进入大厅 1.4.0", "12 files read", PARKING + "?after=r9")
                .contains("1.1 不再受理，也没有在办件", "已停用")
                .doesNotContain("/rollback?version=1.3.0", "/withdraw?line=1.2")
                .doesNotContain("/restore?line=1.1", "程序包不在", "已办完");
    }

    @Test
    void aPartWithoutVersionsHasAPageToo() {
        assertThat(get("admin", "/admin/items/expert-opinion").body()).contains("expert-opinion", "没有部门实施", "还没有版本");
    }

    @Test
    void administratorsLandOnTheirItems() {
        assertThat(portal.get("/sign-in", "Cookie", "hall-session=he").headers().firstValue("Location"))
                .contains("/admin/items");
        assertThat(portal.get("/sign-in?back=%2Fadmin%2Frecord", "Cookie", "hall-session=he")
                        .headers()
                        .firstValue("Location"))
                .contains("/admin/record");
        assertThat(get("he", "/admin").headers().firstValue("Location")).contains("/admin/items");
        assertThat(get("he", "/admin/nowhere").statusCode()).isEqualTo(404);
        assertThat(get("he", "/admin/record").body()).contains("部署记录", "启用 1.3.0", "deploy 文件夹");
    }
}
