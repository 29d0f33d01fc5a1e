package org.openhall.portal.internal.view.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Guide;
import org.openhall.api.catalogue.ItemDefinition.Limits;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Limit;
import org.openhall.api.catalogue.Version;
import org.openhall.portal.internal.web.filing.SmallItem;

/** Procedures in few words: {@code "accept>review,survey"} leads on, {@code "decline!declined"} ends, {@code "done"} leaves it to who waits. */
public final class SmallFlow {

    private final List<String> start;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, String> zh = new LinkedHashMap<>();
    private final Map<String, String> en = new LinkedHashMap<>();

    private SmallFlow(List<String> start) {
        this.start = start;
    }

    public static SmallFlow starting(String... steps) {
        return new SmallFlow(List.of(steps));
    }

    /** One after the other, with an early end. */
    public static SmallFlow linear() {
        return starting("intake")
                .step("intake", "受理", "Intake", "accept>review", "decline!declined")
                .step("review", "审核", "Review", "pass>approval", "fail>approval")
                .step("approval", "审批", "Approval", "approve>issuing", "refuse!refused")
                .step("issuing", "发证", "Issuing of the licence", "issue>handover")
                .step("handover", "送达", "Handover", "complete!completed");
    }

    /** Two chains of different length that meet again, one of them contributed by somebody else. */
    public static SmallFlow parallel() {
        return starting("intake")
                .step("intake", "受理", "Intake", "accept>review,survey", "decline!declined")
                .step("review", "材料审核", "Review of the documents", "pass>expert.opinion", "fail!refused")
                .step("survey", "现场勘查", "Survey on the site", "surveyed>approval")
                .step("expert.opinion", "结构安全专家意见", "Expert opinion on structural safety", "opinion>approval")
                .text("step.expert.opinion.from", "专家意见扩展", "the expert opinion extension")
                .step("approval", "审批", "Approval", "approve!completed", "refuse!refused")
                .waits("approval", "expert.opinion", "survey");
    }

    /** Back for correction, and a short way past a step. */
    public static SmallFlow loop() {
        return starting("intake")
                .step("intake", "受理", "Intake", "accept>review", "simple>approval", "decline!declined")
                .step("review", "审核", "Review", "pass>approval", "correct>intake")
                .step(
                        "approval",
                        "审批",
                        "Approval",
                        "approve!completed",
                        "refuse!refused",
                        "again>review",
                        "correct>intake");
    }

    /** Twelve departments at once. */
    public static SmallFlow departments() {
        String[] all = IntStream.rangeClosed(1, 12).mapToObj(n -> "dept-" + n).toArray(String[]::new);
        var flow = starting("intake")
                .step(
                        "intake",
                        "收件与分发",
                        "Intake and distribution",
                        "accept>" + String.join(",", all),
                        "decline!declined");
        List<String> names =
                List.of("规划", "建设", "消防救援", "生态环境", "城市管理综合执法", "交通运输", "水务", "园林绿化", "气象", "人防", "文物", "通信");
        for (int n = 0; n < all.length; n++) {
            flow.step(all[n], names.get(n) + "部门会审", "Joint review by department number " + (n + 1), "pass", "fail");
        }
        // The last act of a department asks for the step that waits for all.
        for (String one : all) {
            flow.outcome(one, "pass>decide");
            flow.outcome(one, "fail>decide");
        }
        return flow.step("decide", "汇总决定", "Decision", "approve!completed", "refuse!refused")
                .waits("decide", all);
    }

    public SmallFlow step(String id, String name, String english, String... outcomes) {
        steps.put(
                id,
                new Step(
                        id,
                        steps.isEmpty() ? "intake" : "review",
                        Optional.empty(),
                        steps.size() % 2 == 0 ? Optional.of(new Limit(5, Limit.Unit.WORKING)) : Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        new LinkedHashMap<>()));
        for (String outcome : outcomes) {
            outcome(id, outcome);
        }
        return text("step." + id + ".name", name, english);
    }

    public SmallFlow waits(String id, String... others) {
        Step step = steps.get(id);
        steps.put(
                id,
                new Step(
                        id,
                        step.post(),
                        step.department(),
                        step.limit(),
                        List.of(others),
                        step.automatic(),
                        step.outcomes()));
        return this;
    }

    public SmallFlow text(String key, String chinese, String english) {
        zh.put(key, chinese);
        en.put(key, english);
        return this;
    }

    private void outcome(String step, String words) {
        String name = words.split("[>!]")[0];
        List<String> to = words.contains(">") ? List.of(words.split(">")[1].split(",")) : List.of();
        Optional<String> end = words.contains("!") ? Optional.of(words.split("!")[1]) : Optional.empty();
        steps.get(step)
                .outcomes()
                .put(name, new Outcome(name, to, end, Optional.empty(), Optional.empty(), false, Optional.empty()));
    }

    public ItemDefinition definition() {
        return new ItemDefinition(
                "small",
                new Version(1, 0, 0),
                List.of("p-1"),
                List.of(),
                new Guide(List.of("natural"), "full", 0, "none", 0, List.of(), List.of(), false),
                new Limits(new Limit(10, Limit.Unit.WORKING), Optional.empty()),
                List.of(),
                start,
                steps,
                List.of(),
                List.of(),
                0);
    }

    public ItemVersion version() {
        text("name", "小事项", "A small item");
        text("outcome.correct", "退回补正", "Back for correction");
        text("outcome.simple", "材料齐全且情形简单的直接审批", "Simple case, straight to approval");
        text("outcome.again", "重新审核", "Review again");
        text("outcome.surveyed", "勘查完毕", "Surveyed");
        text("outcome.opinion", "意见已出", "Opinion given");
        return new ItemVersion(definition(), "00", SmallItem.version().form(), Map.of("zh", zh, "en", en), Map.of());
    }

    FlowGraph graph() {
        return FlowGraph.of(definition());
    }

    List<String> ids() {
        return new ArrayList<>(steps.keySet());
    }
}
