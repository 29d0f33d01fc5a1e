package org.openhall.cases.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.cases.CaseFile.Event;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;

/** Which steps a definition opens. Pure. */
final class Steps {

    private final ItemDefinition definition;

    Steps(ItemDefinition definition) {
        this.definition = definition;
    }

    /** The outcome of a step by its name. */
    Optional<Outcome> outcome(String step, String name) {
        return Optional.ofNullable(definition.steps().get(step))
                .map(found -> found.outcomes().get(name));
    }

    /** Steps to open now, see {@link ItemDefinition#toOpen}. */
    List<Step> toOpen(Collection<String> wanted, Collection<String> open) {
        return definition.toOpen(wanted, open);
    }

    /** Steps that earlier acts asked for and that were not opened, because they waited. */
    Set<String> pending(List<Event> history) {
        Set<String> wanted = new LinkedHashSet<>(definition.start());
        Set<String> open = new HashSet<>();
        for (Event event : history) {
            if (event.kind().equals("acted")) {
                open.remove(event.step());
                outcome(event.step(), event.outcome()).ifPresent(taken -> wanted.addAll(taken.to()));
                wanted.removeAll(open);
            } else if (event.kind().equals("opened")) {
                open.add(event.step());
                wanted.remove(event.step());
            }
        }
        return wanted;
    }
}
