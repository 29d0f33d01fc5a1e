package org.openhall.portal.internal.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openhall.api.cases.DryRuns;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.paging.Page;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Dry runs as far as the hall has them: without them there are none to see, and starting one is answered with 503. */
@Component(service = LateDryRuns.class)
public final class LateDryRuns implements DryRuns {

    private volatile Optional<DryRuns> there = Optional.empty();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setDryRuns(DryRuns arrived) {
        there = Optional.of(arrived);
    }

    public void unsetDryRuns(DryRuns gone) {
        if (there.filter(gone::equals).isPresent()) {
            there = Optional.empty();
        }
    }

    @Override
    public Optional<Long> start(String item, Version version, int cases, Operator by) {
        return there.orElseThrow(() -> new Refusal(503, "item-unavailable")).start(item, version, cases, by);
    }

    @Override
    public Optional<DryRun> find(long id, Operator by) {
        return ask(runs -> runs.find(id, by), Optional.empty());
    }

    @Override
    public List<DryRun> recent(String item, Operator by) {
        return ask(runs -> runs.recent(item, by), List.of());
    }

    @Override
    public boolean stop(long id, Operator by) {
        return ask(runs -> runs.stop(id, by), false);
    }

    @Override
    public Page<Difference> differences(long id, int limit, Optional<String> after, Operator by) {
        return ask(runs -> runs.differences(id, limit, after, by), new Page<>(List.of(), Optional.empty()));
    }

    private <T> T ask(Function<DryRuns, T> question, T otherwise) {
        return there.map(question).orElse(otherwise);
    }
}
