package org.openhall.portal.internal.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.DryRuns;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Deployed.Plan;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Deployments.NotDone;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Extensions;
import org.openhall.api.catalogue.Extensions.Extending;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Defect;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Post;
import org.openhall.portal.internal.FakeHall;
import org.openhall.portal.internal.PortalUnderTest;
import org.openhall.portal.internal.SmallDeployments;
import org.openhall.portal.internal.SmallDryRuns;

class AdminPagesTest {

    private static final String PARKING = "/admin/items/parking";

    private final SmallDeployments deployments = new SmallDeployments();
    private final SmallDryRuns dryRuns = new SmallDryRuns();
    private final SmallExtensions extensions = new SmallExtensions();
    private final PortalUnderTest portal = new PortalUnderTest(deployments
            .in(new FakeHall())
            .with(DryRuns.class, dryRuns)
            .with(Extensions.class, extensions)
            .with(Catalogue.class, new NoVersions())
            .signedIn(FakeHall.citizen("anna"))
            .signedIn(new Account(
                    3, "min", AccountKind.OFFICIAL, "王敏", "", false, List.of(new Post("intake", "d-1", "341600"))))
            .services());

    /** What the test says extends the item. */
    static final class SmallExtensions {

        List<Extending> all = List.of();

        Set<String> keys = Set.of();

        Optional<String> extended(String key) {
            return keys.contains(key) ? Optional.of("parking") : Optional.empty();
        }

        List<Extending> on(String item) {
            return all;
        }

        List<Extending> by(String extension) {
            return all;
        }
    }

    /** A catalogue that has lost the version on trial. */
    static final class NoVersions {

        Optional<ItemVersion> version(String item, Version version) {
            return Optional.empty();
        }
    }

    @AfterEach
    void stop() {
        portal.close();
    }

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
    void everyActSaysBeforeWhatItWillDo() {
        assertThat(get("he", PARKING + "/rollback?version=1.2.4").body())
                .contains("回退到 1.2.4", "14 份草稿不能再按它们的版本提交", "button-danger");
        assertThat(get("he", PARKING + "/retire?line=1.3").body()).contains("7 件按 1.3 办完；最后一件办结后移走程序包");
        assertThat(get("he", PARKING + "/retire").body()).contains("所有版本都停止受理", "不能网上申报");
        assertThat(get("he", PARKING + "/withdraw?line=1.3").body()).contains("规则和自动环节马上不再调用", "7 件仍可查看");
        assertThat(get("he", PARKING + "/restore?line=1.2").body()).contains("3 件接着办");
        assertThat(get("he", PARKING + "/reset?line=1.3").body()).contains("再有 4 个线程不返回");
        assertThat(get("he", PARKING + "/activate?version=9.9.9").statusCode()).isEqualTo(404);
        assertThat(get("he", PARKING + "/withdraw").statusCode()).isEqualTo(404);
    }

    @Test
    void anActivationIsDoneInTheNameOfWhoAskedAndTheItemTellsIt() {
        HttpResponse<String> answer = post("he", PARKING + "/activate", "&version=1.4.0&when=now");

        assertThat(deployments.acts).containsExactly("activate parking 1.4.0 hard=false by 何静");
        assertThat(answer.headers().firstValue("Location")).contains(PARKING + "?did=activate");
        assertThat(get("he", PARKING + "?did=activate").body()).contains("已完成：启用 1.4.0", "1.4.0 serves the line 1.4");
        assertThat(get("admin", PARKING + "?did=activate").body()).doesNotContain("已完成：");
        deployments.record.add(
                0,
                new Recorded(
                        99,
                        "parking",
                        Optional.of("1.2.4"),
                        Kind.DRAINED,
                        FakeHall.NOW,
                        Optional.empty(),
                        "hall",
                        List.of()));
        assertThat(get("he", PARKING + "?did=activate").body()).contains("已完成：启用 1.4.0");
    }

    @Test
    void anActivationCanBePlannedInTheHallsTimeAndHard() {
        post("he", PARKING + "/activate", "&version=1.4.0&when=later&at-y=2026&at-m=12&at-d=1&time=06%3A30&hard=true");

        assertThat(deployments.acts).containsExactly("plan parking 1.4.0 2026-11-30T22:30:00Z hard=true by 何静");
    }

    @Test
    void theQuestionSaysWhatAHardStopAndATimeMean() {
        assertThat(get("he", PARKING + "/activate?version=1.4.0").body())
                .contains("启用后 24 小时内，14 份旧版本的草稿仍可照旧提交", "14 份草稿不能再按它们的版本提交")
                .contains("在启用后 24 小时内仍可按旧版本提交", "立即启用 1.4.0", "定时启用 1.4.0");
        assertThat(get("he", PARKING + "/activate?version=1.2.3").body()).contains("仍用 1.3.0，不变", "3 件从现在起按 1.2.3");
    }

    @Test
    void whatLiesBehindCannotBePlanned() {
        deployments.result = new NotDone(Reason.BEHIND, "1.2.4 serves line 1.2.");
        HttpResponse<String> page =
                post("he", PARKING + "/activate", "&version=1.2.3&when=later&at-y=2026&at-m=12&at-d=1&time=6:30");

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("没有执行：它的版本线现在由更新的版本服务");
    }

    @Test
    void aTimeThatCannotBeReadComesBackBesideItsField() {
        HttpResponse<String> page =
                post("he", PARKING + "/activate", "&version=1.4.0&when=later&at-y=2026&at-m=11&at-d=31&time=25%3A00");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("请填写正确的日期", "请填写正确的时间", "value=\"25:00\"", "value=\"31\"");
        deployments.result = new NotDone(Reason.TIME, "");
        assertThat(post("he", PARKING + "/activate", "&version=1.4.0&when=later&at-y=2020&at-m=1&at-d=1&time=6:30")
                        .body())
                .contains("时间要在现在以后");
    }

    @Test
    void aPlanIsShownAndCanBeGivenUp() {
        deployments.plan = Optional.of(new Plan(new Version(1, 4, 0), FakeHall.NOW.plusSeconds(86_400), true, "何静"));

        assertThat(get("he", "/admin/items").body()).contains("已计划：1.4.0 将在", "硬停");
        assertThat(get("he", PARKING).body())
                .contains("已计划：1.4.0 将在", "硬停", "现在就启用 1.4.0", PARKING + "/cancel")
                .contains("14 份草稿不能再按它们的版本提交");
        post("he", PARKING + "/cancel", "");
        assertThat(deployments.acts).containsExactly("cancel parking by 何静");
    }

    @Test
    void whatCannotBeDoneIsSaidWithItsReason() {
        deployments.result = new NotDone(Reason.CODE_TAKEN, "d-9 is served by taxi");
        HttpResponse<String> page = post("he", PARKING + "/activate", "&version=1.4.0&when=now");
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("没有执行：它的一个编码已由别的事项使用", "d-9 is served by taxi");

        deployments.result = new NotDone(Reason.DOES_NOT_START, "no service AreaRule");
        assertThat(post("he", PARKING + "/restore", "&line=1.2").statusCode()).isEqualTo(422);
        deployments.result = new NotDone(Reason.UNKNOWN, "");
        assertThat(post("he", PARKING + "/restore", "&line=1.2").statusCode()).isEqualTo(404);
    }

    @Test
    void aSecondPressIsToldWhatTheFirstOneDid() {
        post("he", PARKING + "/retire", "&line=1.3");
        deployments.result = new NotDone(Reason.ALREADY, "");

        assertThat(post("he", PARKING + "/retire", "&line=1.3").statusCode()).isEqualTo(303);
        assertThat(post("he", PARKING + "/withdraw", "&line=1.3").statusCode()).isEqualTo(409);
    }

    @Test
    void whatIsSoAlreadyIsNotToldAsTheSuccessOfAnotherAct() {
        post("he", PARKING + "/activate", "&version=1.4.0&when=now");
        post("he", PARKING + "/withdraw", "&line=1.3");
        deployments.result = new NotDone(Reason.ALREADY, "Its code is out.");

        assertThat(post("he", PARKING + "/withdraw", "&line=1.3").statusCode()).isEqualTo(303);
        HttpResponse<String> other = post("he", PARKING + "/withdraw", "&line=1.2");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("Its code is out.");

        deployments.record.remove(0);
        assertThat(post("he", PARKING + "/activate", "&version=1.4.0&when=now").statusCode())
                .isEqualTo(303);
        assertThat(post("he", PARKING + "/activate", "&version=1.2.3&when=now").statusCode())
                .isEqualTo(409);

        did(Kind.ACTIVATED, "1.4.0", FakeHall.NOW.minusSeconds(3_600), 2);
        assertThat(post("he", PARKING + "/activate", "&version=1.4.0&when=now").statusCode())
                .as("an hour later")
                .isEqualTo(409);
        assertThat(get("he", PARKING + "?did=activate").body()).doesNotContain("已完成：");
    }

    @Test
    void whoHasTheSameNameIsSomebodyElse() {
        did(Kind.ACTIVATED, "1.4.0", FakeHall.NOW, 77);

        assertThat(get("he", PARKING + "?did=activate").body())
                .contains("启用 1.4.0")
                .doesNotContain("已完成：");
    }

    @Test
    void whoIsCalledLikeAWayIsNotTakenForIt() {
        var operator = new Operator(Optional.of(77L), "deploy", Optional.empty());
        deployments.record.clear();
        deployments.record.add(new Recorded(
                8,
                "parking",
                Optional.of("1.4.0"),
                Kind.ACTIVATED,
                FakeHall.NOW,
                operator.account(),
                operator.name(),
                List.of()));

        assertThat(get("he", "/admin/record").body()).contains("deploy #77").doesNotContain("deploy 文件夹");
    }

    private void did(Kind kind, String version, Instant at, long account) {
        deployments.record.add(
                0, new Recorded(98, "parking", Optional.of(version), kind, at, Optional.of(account), "何静", List.of()));
    }

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
                new Defect("OPENHALL-INF/item.yaml", 12, "There is no post <aprove>; write approve"),
                new Defect("META-INF/MANIFEST.MF", 0, "Export-Package is not allowed")));
        HttpResponse<String> page = upload("he", "activate", "parking.jar", "jar");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("没有接收：有 2 处要改", "OPENHALL-INF/item.yaml", ">12<", "&lt;aprove&gt;", "lang=\"en\"")
                .containsPattern("value=\"activate\" checked")
                .contains("type=\"file\"");
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

    private HttpResponse<String> get(String who, String path) {
        return portal.get(path, "Cookie", "hall-session=" + who);
    }

    private HttpResponse<String> post(String who, String path, String fields) {
        return portal.post(path, "csrf=csrf-of-" + who + fields, "Cookie", "hall-session=" + who);
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
