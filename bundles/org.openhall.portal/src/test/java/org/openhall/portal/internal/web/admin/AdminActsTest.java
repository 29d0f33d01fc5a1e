package org.openhall.portal.internal.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Deployed.Plan;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Deployments.NotDone;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.portal.internal.FakeHall;

/** What administrators do with an item, and what they are told about it. */
class AdminActsTest extends AdminUnderTest {

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
        assertThat(other.body()).contains("它的程序已撤下。");

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
}
