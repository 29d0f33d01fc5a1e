package org.openhall.portal.internal.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Door;
import org.openhall.api.forms.Defect;
import org.openhall.portal.internal.FakeHall;

/** Bundles that are handed in, and versions that are tried. */
class AdminTrialsTest extends AdminUnderTest {

    @Test
    void aBundleIsKeptUnlessItIsToBeActivatedAtOnce() {
        HttpResponse<String> page = upload("he", "keep", "parking-1.5.0.jar", "jar");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("停车位申请 1.5.0 已保留，还没启用", "12 files read")
                .contains(PARKING + "/activate?version=1.5.0", PARKING + "/dry-run?version=1.5.0");
        upload("he", "activate", "../../evil name.jar", "jar");

        assertThat(deployments.acts)
                .containsExactly("offer parking-1.5.0.jar 3 KEEP by 何静", "offer evil_name.jar 3 ACTIVATE by 何静");
    }

    @Test
    void aRefusedBundleNamesFileLineAndMendAndMayBeSentAgain() {
        deployments.entry = new Door.Refused(List.of(
                new Defect(
                        "OPENHALL-INF/item.yaml",
                        12,
                        "There is no post <aprove>; write approve",
                        "没有岗位 <aprove>，请写 approve"),
                new Defect("META-INF/MANIFEST.MF", 0, "Export-Package is not allowed", "不能有 Export-Package")));
        HttpResponse<String> page = upload("he", "activate", "parking.jar", "jar");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("没有接收：有 2 处要改", "OPENHALL-INF/item.yaml", ">12<", "没有岗位 &lt;aprove&gt;，请写 approve")
                .doesNotContain("There is no post")
                .containsPattern("value=\"activate\" checked")
                .contains("type=\"file\"");
    }

    @Test
    void theRecordOfARefusalIsReadInTheReadersLanguage() {
        deployments.record.add(
                0,
                new Recorded(
                        99,
                        "parking",
                        Optional.of("1.5.0"),
                        Kind.REFUSED,
                        FakeHall.NOW,
                        Optional.empty(),
                        "deploy",
                        List.of("item.yaml:12: There is no post aprove.", "item.yaml:14: Too late."),
                        List.of("item.yaml:12：没有岗位 aprove。")));

        assertThat(get("he", PARKING).body())
                .contains("item.yaml:12：没有岗位 aprove。", "<li lang=\"en\">item.yaml:14: Too late.")
                .doesNotContain("There is no post aprove.");
    }

    @Test
    void aFormWithoutAFileAsksForOne() {
        HttpResponse<String> page = upload("he", "keep", "", "");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("请选择程序包", "href=\"/authors\"");
        assertThat(deployments.acts).isEmpty();
    }

    @Test
    void aVersionIsReplayedOverAsManyCasesAsWereAskedFor() {
        assertThat(get("he", PARKING + "/dry-run?version=1.4.0").body()).contains("办件不会有任何改变", "value=\"100\"");
        assertThat(post("he", PARKING + "/dry-run", "&version=1.4.0&cases=1001").body())
                .contains("请填写 1 到 1,000 的整数", "value=\"1001\"");
        HttpResponse<String> answer = post("he", PARKING + "/dry-run", "&version=1.4.0&cases=200");

        assertThat(answer.headers().firstValue("Location")).contains("/admin/dry-runs/5");
        assertThat(dryRuns.begun).containsExactly("parking 1.4.0 200");
    }

    @Test
    void noDryRunIsOfferedForAnExtension() {
        assertThat(get("admin", "/admin/items/taxi").body()).contains("/admin/items/taxi/dry-run?version=1.0.0");
        extensions.keys = Set.of("taxi", "parking");

        assertThat(get("admin", "/admin/items/taxi").body()).contains("1.0.0").doesNotContain("/dry-run?");
        assertThat(get("admin", PARKING).body()).contains("1.4.0 检查通过，可以启用").doesNotContain("/dry-run?");
        assertThat(upload("he", "keep", "parking-1.5.0.jar", "jar").body())
                .contains(PARKING + "/activate?version=1.5.0")
                .doesNotContain("/dry-run?");
        assertThat(get("he", PARKING + "/dry-run?version=1.4.0").statusCode()).isEqualTo(404);
    }

    @Test
    void aRunShowsItsProgressAndCanBeStopped() {
        dryRuns.ended = false;
        assertThat(get("he", "/admin/dry-runs/5").body())
                .contains("已看 80 件，共 200 件", "<progress max=\"200\" value=\"80\"", "刷新进度", "data-poll");
        post("he", "/admin/dry-runs/5/stop", "");

        assertThat(get("he", "/admin/dry-runs/5").body())
                .contains("看了 200 件，共 200 件", "会退回", "到期 11-27 周五 → 12-02 周三", "20261120-000127")
                .contains("/admin/dry-runs/5?after=d9")
                .doesNotContain("data-poll");
        assertThat(get("he", "/admin/dry-runs/6").statusCode()).isEqualTo(404);
    }

    @Test
    void oneCaseOfARunIsToldWithoutItsAnswersAndLeadsToTheDesk() {
        assertThat(get("he", "/admin/dry-runs/5/cases/20261120-000127").body())
                .contains("车牌号不是本市的", "slow", "href=\"/desk/cases/20261120-000127\"", "按 1.3.0 提交");
        assertThat(get("he", "/admin/dry-runs/5/cases/20261120-000128").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> upload(String who, String then, String name, String content) {
        String body = field("csrf", "csrf-of-" + who)
                + field("then", then)
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/java-archive\r\n\r\n" + content + "\r\n--b--\r\n";
        return portal.send(portal.to("/admin/deploy")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Cookie", "hall-session=" + who)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String field(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
