package org.openhall.catalogue.internal.door;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.api.cases.CaseState;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.catalogue.internal.definition.Defects;
import org.openhall.catalogue.internal.definition.Sample;

/** Takes the case of an accepted sample through the steps by its acts, as the hall would. */
final class SampleWalk {

    private final ItemDefinition definition;
    private final Sample sample;
    private final Defects defects;
    private final Set<String> wanted = new LinkedHashSet<>();
    private final Set<String> open = new LinkedHashSet<>();
    private String state = CaseState.SUBMITTED.key();

    SampleWalk(ItemDefinition definition, Sample sample, Defects defects) {
        this.definition = definition;
        this.sample = sample;
        this.defects = defects;
    }

    void check() {
        wanted.addAll(definition.start());
        openNext();
        for (int i = 0; i < sample.acts().size(); i++) {
            String act = sample.acts().get(i);
            Optional<Step> step = definition.steps().values().stream()
                    .filter(found ->
                            open.contains(found.id()) && found.outcomes().containsKey(act))
                    .findFirst();
            if (step.isEmpty()) {
                defects.add(
                        sample.file(),
                        sample.line("acts." + i),
                        "No open step has the outcome '" + act + "' then; open " + possible() + ". Correct 'acts'.",
                        "这时没有打开的环节有结果“" + act + "”，请改正“acts”。打开的环节：" + chinese());
                return;
            }
            take(step.get(), step.get().outcomes().get(act));
        }
        if (!state.equals(sample.state())) {
            defects.add(
                    sample.file(),
                    sample.line("state"),
                    "After its acts the case is '" + state + "' and not '" + sample.state()
                            + "'; correct 'acts' or 'state'.",
                    "办完以后办件是“" + state + "”，不是“" + sample.state() + "”；请改正“acts”或“state”。");
        }
    }

    private void take(Step step, Outcome outcome) {
        open.remove(step.id());
        if (outcome.end().isPresent()) {
            open.clear();
            wanted.clear();
        } else {
            wanted.addAll(outcome.to());
            wanted.removeAll(open);
            openNext();
        }
        state = outcome.end().or(outcome::marks).orElse(state);
    }

    private void openNext() {
        List<String> next =
                definition.toOpen(wanted, open).stream().map(Step::id).toList();
        open.addAll(next);
        next.forEach(wanted::remove);
    }

    private String possible() {
        return open.isEmpty()
                ? "is none, the case has ended"
                : definition.steps().values().stream()
                        .filter(step -> open.contains(step.id()))
                        .map(step -> "is '" + step.id() + "' with "
                                + String.join(", ", step.outcomes().keySet()))
                        .collect(Collectors.joining(" and "));
    }

    private String chinese() {
        return open.isEmpty()
                ? "没有，办件已经结束。"
                : definition.steps().values().stream()
                        .filter(step -> open.contains(step.id()))
                        .map(step -> "“" + step.id() + "”（"
                                + String.join("、", step.outcomes().keySet()) + "）")
                        .collect(Collectors.joining("、", "", "。"));
    }
}
