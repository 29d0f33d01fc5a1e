package org.openhall.catalogue.internal.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.catalogue.internal.definition.Defects;
import org.openhall.catalogue.internal.definition.ItemFiles;
import org.openhall.catalogue.internal.definition.Sample;
import org.openhall.catalogue.internal.running.ItemCalls;
import org.openhall.catalogue.internal.running.ItemCalls.Heard;
import org.openhall.item.Application;
import org.openhall.item.Finding;

/** Has the rules of a running version check its samples: in time, the same twice, about places that exist, and as the samples say. */
final class RuleTrial {

    /** For all samples of an item; nobody waits longer at the door. */
    private static final long PATIENCE = 60_000_000_000L;

    /** Before a second try, in milliseconds. */
    private static final long PAUSE = 500;

    private static final String PURE =
            "; a rule is a function of the application alone, without memory, clock or chance.";
    private static final String CHINESE_PURE = "。规则只看申请本身：不看时钟，不记住，不去别处取数。请改正规则。";

    private final ItemCalls calls;
    private final ItemVersion version;
    private final Map<String, Integer> lines;
    private final Defects defects;

    RuleTrial(ItemCalls calls, ItemVersion version, Map<String, Integer> lines, Defects defects) {
        this.calls = calls;
        this.version = version;
        this.lines = lines;
        this.defects = defects;
    }

    /** Stops at the first sample with which a rule itself fails: the others would say the same. */
    void check(List<Sample> samples) {
        long until = System.nanoTime() + PATIENCE;
        boolean sound = true;
        for (int i = 0; i < samples.size() && sound; i++) {
            if (System.nanoTime() > until) {
                defects.add(
                        ItemFiles.YAML,
                        line("rules"),
                        "The rules take more than a minute for all samples; make them faster.",
                        "全部样例的规则用时超过一分钟，请让它们快一些。");
                return;
            }
            sound = check(samples.get(i));
        }
    }

    private boolean check(Sample sample) {
        SampleTrial trial = new SampleTrial(version, sample, defects);
        if (!trial.returned().isEmpty()) {
            return true;
        }
        try {
            Application application = trial.application();
            Map<String, Heard> first = ask(application);
            boolean sound = sound(sample, first) && same(sample, first, ask(application));
            if (sound) {
                trial.compare(blocked(first));
            }
            return sound;
        } catch (ItemUnavailable e) {
            defects.add(
                    ItemFiles.YAML,
                    line("rules"),
                    "The bundle stopped while its rules were tried; let it run.",
                    "试规则的时候程序包停了，请让它运行。");
            return false;
        }
    }

    /** Asks once more when the hall itself may have been too busy, so that its load refuses nobody. */
    private Map<String, Heard> ask(Application application) {
        Map<String, Heard> heard = calls.ask(version, application);
        if (heard.values().stream().noneMatch(Heard::again)) {
            return heard;
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return heard;
        }
        return calls.ask(version, application);
    }

    private boolean sound(Sample sample, Map<String, Heard> heard) {
        boolean sound = true;
        for (Map.Entry<String, Heard> rule : heard.entrySet()) {
            if (rule.getValue().findings().isEmpty()) {
                defect(
                        rule.getKey(),
                        "gives no answer to " + sample.file() + ": "
                                + rule.getValue().why() + "; correct the rule.",
                        "对 " + sample.file() + " 没有答复：" + rule.getValue().why() + "；请改正规则。");
                sound = false;
                continue;
            }
            for (Finding finding : rule.getValue().findings().get()) {
                if (!exists(finding.pointer())) {
                    defect(
                            rule.getKey(),
                            "speaks of '" + finding.pointer() + "' with " + sample.file()
                                    + ", and neither form nor materials have that place; correct the pointer.",
                            "对 " + sample.file() + " 说到“" + finding.pointer() + "”，表单和材料里都没有这个位置，请改正。");
                    sound = false;
                }
            }
        }
        return sound;
    }

    private boolean same(Sample sample, Map<String, Heard> first, Map<String, Heard> second) {
        boolean same = true;
        for (Map.Entry<String, Heard> rule : first.entrySet()) {
            Heard again = second.get(rule.getKey());
            if (again.findings().isEmpty()) {
                defect(
                        rule.getKey(),
                        "answers " + sample.file() + " once and not the second time: " + again.why() + PURE,
                        "对 " + sample.file() + " 第一次有答复，第二次没有：" + again.why() + CHINESE_PURE);
                same = false;
            } else if (!told(rule.getValue()).equals(told(again))) {
                defect(
                        rule.getKey(),
                        "answers " + sample.file() + " differently the second time: first " + told(rule.getValue())
                                + ", then " + told(again) + PURE,
                        "对 " + sample.file() + " 两次答复不同：第一次 " + told(rule.getValue()) + "，第二次 " + told(again)
                                + CHINESE_PURE);
                same = false;
            }
        }
        return same;
    }

    private boolean exists(String pointer) {
        if (pointer.startsWith("/materials/")) {
            return version.definition().materials().stream()
                    .anyMatch(material -> pointer.equals("/materials/" + material.code()));
        }
        String place = pointer.replaceAll("/[0-9]+(?=/|$)", "/-");
        return version.form().pointers().keySet().stream()
                .anyMatch(known -> known.equals(place) || known.startsWith(place + "/"));
    }

    /** Where the rules return it, with the reason. */
    private static Map<String, String> blocked(Map<String, Heard> heard) {
        Map<String, String> blocked = new LinkedHashMap<>();
        heard.forEach((rule, answer) -> answer.findings().orElseThrow().stream()
                .filter(Finding::blocks)
                .forEach(finding ->
                        blocked.putIfAbsent(finding.pointer(), finding.message() + " of the rule '" + rule + "'")));
        return blocked;
    }

    /** In an order of its own, because a rule may find things in any. */
    private static List<String> told(Heard heard) {
        return heard.findings().orElseThrow().stream()
                .map(finding ->
                        finding.severity() + " " + finding.pointer() + " " + finding.message() + finding.arguments())
                .sorted()
                .toList();
    }

    private void defect(String rule, String message, String chinese) {
        defects.add(
                ItemFiles.YAML,
                line("rules." + rule),
                "The Rule '" + rule + "' " + message,
                "规则“" + rule + "”" + chinese);
    }

    private int line(String path) {
        return lines.getOrDefault(path, 0);
    }
}
