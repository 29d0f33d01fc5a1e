package org.openhall.portal.internal.view.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.view.flow.FlowGraph.Exit;

/** The words of one version, and how far one case has come in it. */
final class ItemChartWords implements ChartWords {

    private final ItemDefinition definition;
    private final FlowGraph graph;
    private final Ranks ranks;
    private final Words words;
    private final ItemWords item;
    private final UnaryOperator<String> department;
    private final Passage passage;

    ItemChartWords(
            ItemDefinition definition,
            FlowGraph graph,
            Words words,
            ItemWords item,
            UnaryOperator<String> department,
            Passage passage) {
        this.definition = definition;
        this.graph = graph;
        this.ranks = Ranks.of(graph);
        this.words = words;
        this.item = item;
        this.department = department;
        this.passage = passage;
    }

    @Override
    public Caption caption(String id) {
        String state = passage.state(graph, ranks, id);
        return new Caption(
                item.step(id),
                facts(id),
                passage.filed() ? "" : hint(id),
                state.equals("now") ? words.text("component.flow.now") : "",
                state,
                id.indexOf('.') >= 0);
    }

    /** Who does it, how long it may take, what it waits for, and whose it is when another bundle contributed it. */
    List<String> facts(String id) {
        Step step = definition.steps().get(id);
        List<String> facts = new ArrayList<>();
        step.department().map(department).filter(name -> !name.isEmpty()).ifPresent(facts::add);
        facts.add(words.post(step.post()));
        step.limit().map(words::limit).ifPresent(facts::add);
        if (!step.waitsFor().isEmpty()) {
            facts.add(words.text("component.flow.waits"));
        }
        Optional.of(item.text("step." + id + ".from"))
                .filter(from -> !from.isEmpty())
                .ifPresent(from -> facts.add(words.text("component.flow.from", from)));
        return facts;
    }

    String hint(String id) {
        return item.hint(definition.steps().get(id));
    }

    @Override
    public String outcomes(Exit exit) {
        return exit.outcomes().stream()
                .map(item::outcome)
                .distinct()
                .collect(Collectors.joining(words.text("word.or")));
    }

    @Override
    public String end(String end) {
        return words.text("component.flow.end", words.state(end));
    }

    @Override
    public String start() {
        return words.text("component.flow.start");
    }

    @Override
    public String together(int steps) {
        return words.text("component.flow.together", steps);
    }

    /** A way that betrays an outcome is shown only to who may know it; where all outcomes lead the same way nothing is betrayed. */
    @Override
    public boolean taken(Exit exit) {
        if (exit.from().equals(FlowGraph.START)) {
            return passage.filed();
        }
        String outcome = passage.outcomes().getOrDefault(exit.from(), "");
        boolean only = graph.exits(exit.from()).size() == 1;
        return passage.state(graph, ranks, exit.from()).equals("done")
                && exit.outcomes().contains(outcome)
                && (only || passage.told().test(exit.from(), outcome));
    }

    /** Where an exit leads, as a sentence. */
    String leads(Exit exit) {
        if (exit.end().isPresent()) {
            return end(exit.end().get());
        }
        String names = exit.to().stream()
                .map(to -> words.text("component.flow.quoted", item.step(to)))
                .collect(Collectors.joining(words.text("word.and")));
        boolean back = exit.to().stream().allMatch(to -> ranks.back().contains(new FlowGraph.Link(exit.from(), to)));
        return words.text(back ? "component.flow.backTo" : "component.flow.on", names);
    }
}
