package org.openhall.portal.internal.view.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.users.Directory;
import org.openhall.portal.internal.FakeHall;
import org.openhall.portal.internal.PortalUnderTest;
import org.openhall.portal.internal.SmallCatalogue;

class FlowChartTest {

    private ItemVersion version = SmallFlow.parallel().version();
    private final PortalUnderTest portal = new PortalUnderTest(new FakeHall()
            .with(Catalogue.class, new Object() {
                @SuppressWarnings("unused")
                public Optional<Implementation> implementation(String code) {
                    return Optional.of(SmallCatalogue.PARKING);
                }

                @SuppressWarnings("unused")
                public Optional<ItemVersion> active(String item) {
                    return Optional.of(version);
                }

                @SuppressWarnings("unused")
                public Optional<Catalogue.Absence> absence(String item, String line) {
                    return Optional.of(Catalogue.Absence.WITHDRAWN);
                }
            })
            .with(Directory.class, new Object())
            .services());

    @AfterEach
    void stop() {
        portal.close();
    }

    private String guide(String language) {
        return portal.get("/items/p-1", "Accept-Language", language).body();
    }

    @Test
    void theGuideOfAnItemWhoseCodeWasTakenOutSaysThatItCannotBeSubmittedNow() {
        assertThat(guide("zh")).contains("这个事项的程序现在没有运行，暂时不能提交");
    }

    @Test
    void aGuideDrawsTheStepsAndSaysThemInWords() {
        assertThat(guide("zh"))
                .contains(
                        "<svg class=\"flow-narrow\" viewBox=\"0 0 300 ", "<svg class=\"flow-wide\" viewBox=\"0 0 720 ")
                .contains("role=\"img\"", "<title id=\"flow-chart-wide-title\">流程图</title>", "共 5 个环节")
                .contains("用文字看流程", "<strong>现场勘查</strong>", "到“材料审核”、“现场勘查”", "结束：不予许可")
                .contains("前面的都办完才开始")
                .doesNotContain("现在在这里", " style=", "<style", "aria-current=\"step\"");
        assertThat(guide("en"))
                .contains(">Survey on the site</text>", "Flow chart", "on to “Approval”", "End: Refused")
                .containsPattern(
                        "flow-text-fact\"[^>]*>[^<]+<tspan class=\"flow-dot\"[^>]*>.</tspan><tspan[^>]*>[^<]+</tspan>");
    }

    @Test
    void aStepOfAnotherBundleHasADashedCardAndSaysWhoseItIs() {
        assertThat(guide("zh")).contains("class=\"flow-card-todo flow-card-added\"", "由“专家意见扩展”增加");
        version = SmallFlow.linear().version();
        assertThat(guide("zh")).doesNotContain("flow-card-added");
    }

    @Test
    void namesAreNoMarkup() {
        version = SmallFlow.starting("a")
                .step("a", "<b>受理</b>", "", "complete!completed")
                .version();
        assertThat(guide("zh")).contains("&lt;b&gt;受理").doesNotContain("<b>");
    }

    @Test
    void afterAWayBackTheLaterStepsAreStillToBeDone() {
        FlowGraph graph = SmallFlow.loop().graph();
        Ranks ranks = Ranks.of(graph);
        var passage = new Passage(
                true, Set.of("intake"), Map.of("intake", "accept", "review", "correct"), (step, outcome) -> true);

        assertThat(passage.state(graph, ranks, "intake")).isEqualTo("now");
        assertThat(passage.state(graph, ranks, "review")).isEqualTo("todo");
    }

    @Test
    void severalOpenStepsAreAllMarked() {
        FlowGraph graph = SmallFlow.departments().graph();
        Ranks ranks = Ranks.of(graph);
        var passage = new Passage(
                true,
                Set.of("dept-2", "dept-3"),
                Map.of("intake", "accept", "dept-1", "pass"),
                (step, outcome) -> true);

        assertThat(graph.steps().stream().map(step -> passage.state(graph, ranks, step)))
                .startsWith("done", "done", "now", "now", "todo");
    }
}
