package org.openhall.portal.internal.web.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.Limit;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.web.mine.Route;

/** What the authority promises after an application is filed, and by when. */
final class Promises {

    private final ItemDefinition definition;
    private final Optional<Implementation> implementation;
    private final Words words;
    private final ItemWords item;
    private final Route route;

    Promises(ItemDefinition definition, Optional<Implementation> implementation, Words words, ItemWords item) {
        this.definition = definition;
        this.implementation = implementation;
        this.words = words;
        this.item = item;
        this.route = new Route(definition);
    }

    /** A promise: when, and what. */
    public record Line(String term, String text) {}

    /** First what happens at once, then the decision. */
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (String id : definition.start()) {
            route.step(id)
                    .flatMap(Step::limit)
                    .ifPresent(limit -> lines.add(new Line(
                            words.text("filing.within", words.limit(limit)),
                            words.text("filing.promise.first", item.step(id)))));
        }
        lines.add(new Line(whole(), words.text("filing.promise.decision")));
        return lines;
    }

    /** 受理后 10 个工作日内. What the implementation list says overrides the item. */
    String whole() {
        Limit promised = implementation
                .filter(row -> row.promisedDays().isPresent())
                .map(row -> new Limit(row.promisedDays().getAsInt(), Limit.Unit.WORKING))
                .orElse(definition.limits().promised());
        String limit = words.limit(promised);
        return route.clockStart()
                .map(act -> words.text("filing.withinAfter", item.outcome(act.name()), limit))
                .orElseGet(() -> words.text("filing.within", limit));
    }
}
