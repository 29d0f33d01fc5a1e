package org.openhall.portal.internal.view.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.view.flow.ChartWords.Caption;
import org.openhall.portal.internal.view.flow.Places.Format;

/**
 * The flow chart of one version, as {@code components.ftlh} draws it: two pictures of which the page shows the one that fits, and the same in words.
 *
 * @param narrow for phones and narrow columns
 * @param wide for wide columns
 * @param summary one sentence: how many steps there are, and where the case is
 * @param steps in words
 */
public record FlowChart(Drawing narrow, Drawing wide, String summary, List<StepWords> steps) {

    /**
     * A step in words.
     *
     * @param name of the step
     * @param state "todo", "done" or "now"
     * @param facts post, limit …
     * @param hint what happens; may be empty
     * @param ways its outcomes and where they lead
     */
    public record StepWords(String name, String state, List<String> facts, String hint, List<Way> ways) {}

    /** Outcomes, which may be empty, and where they lead. */
    public record Way(String outcomes, String leads) {}

    /**
     * Draws a version.
     *
     * @param version with steps and texts
     * @param words of the hall
     * @param department name of a department by its code; "" for an unknown one
     * @param passage how far a case has come
     * @return the chart
     */
    public static FlowChart of(ItemVersion version, Words words, UnaryOperator<String> department, Passage passage) {
        FlowGraph graph = FlowGraph.of(version.definition());
        var item = new ItemWords(version, words, words.language());
        var own = new ItemChartWords(version.definition(), graph, words, item, department, passage);
        List<String> order = Layers.reading(graph, Ranks.of(graph));
        String now = order.stream()
                .filter(passage.open()::contains)
                .map(item::step)
                .collect(Collectors.joining(words.text("word.and")));
        return new FlowChart(
                FlowLayout.draw(graph, Format.NARROW, own),
                FlowLayout.draw(graph, Format.WIDE, own),
                now.isEmpty()
                        ? words.text("component.flow.summary", order.size())
                        : words.text("component.flow.summaryNow", order.size(), now),
                order.stream().map(step -> inWords(graph, own, step)).toList());
    }

    /**
     * The numbers that the steps of a version have in its chart.
     *
     * @param version with steps
     * @return by step, from 1
     */
    public static Map<String, Integer> numbers(ItemVersion version) {
        FlowGraph graph = FlowGraph.of(version.definition());
        Map<String, Integer> numbers = new HashMap<>();
        Layers.reading(graph, Ranks.of(graph)).forEach(step -> numbers.put(step, numbers.size() + 1));
        return numbers;
    }

    private static StepWords inWords(FlowGraph graph, ItemChartWords own, String step) {
        Caption caption = own.caption(step);
        return new StepWords(
                caption.name(),
                caption.state(),
                own.facts(step),
                own.hint(step),
                graph.exits(step).stream()
                        .map(exit -> new Way(own.outcomes(exit), own.leads(exit)))
                        .toList());
    }
}
