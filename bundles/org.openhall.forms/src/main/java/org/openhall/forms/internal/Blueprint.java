package org.openhall.forms.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.openhall.forms.internal.Element.Ask;
import org.openhall.forms.internal.Element.Step;

/**
 * A form as compiled, for those who draw, fill and check it. Never changes.
 *
 * @param schema as it came
 * @param ui as it came
 * @param steps pages in order
 * @param sheet all questions
 * @param texts words of the item
 * @param regions names of regions
 * @param conditions reads further conditions over the same places
 * @param watched keys of the places that rules look at
 */
record Blueprint(
        String schema,
        String ui,
        List<Step> steps,
        Sheet sheet,
        Texts texts,
        RegionTree regions,
        ConditionReader conditions,
        Set<String> watched) {

    static Blueprint of(
            String schema,
            String ui,
            List<Step> steps,
            Sheet sheet,
            Texts texts,
            RegionTree regions,
            ConditionReader conditions) {
        Set<String> watched = new HashSet<>();
        steps.forEach(step -> step.rule().ifPresent(rule -> watch(rule, watched)));
        for (Ask ask : sheet.asks()) {
            ask.rules().forEach(rule -> watch(rule, watched));
            for (Ask cell : ask.row().asks()) {
                cell.rules().forEach(rule -> watch(rule, watched));
            }
        }
        return new Blueprint(schema, ui, steps, sheet, texts, regions, conditions, Set.copyOf(watched));
    }

    private static void watch(Rule rule, Set<String> watched) {
        rule.condition().places().forEach(place -> watched.add(place.key()));
    }

    Step step(String id) {
        return steps.stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("The form has no page " + id));
    }

    View view(Map<String, Object> values) {
        return new View(sheet, values);
    }
}
