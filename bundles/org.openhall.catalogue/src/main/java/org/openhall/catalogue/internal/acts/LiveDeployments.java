package org.openhall.catalogue.internal.acts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.paging.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What administrators see and do, from one hand. */
@Component
public final class LiveDeployments implements Deployments {

    private final Overview overview;
    private final Records records;
    private final LineActs lines;
    private final CodeActs code;
    private final Plans plans;

    @Activate
    public LiveDeployments(
            @Reference Overview overview,
            @Reference Records records,
            @Reference LineActs lines,
            @Reference CodeActs code,
            @Reference Plans plans) {
        this.overview = overview;
        this.records = records;
        this.lines = lines;
        this.code = code;
        this.plans = plans;
    }

    @Override
    public Page<Deployed> items(int limit, Optional<String> after, Operator by) {
        return overview.items(limit, after, by);
    }

    @Override
    public Optional<Deployed> item(String item, Operator by) {
        return overview.item(item, by);
    }

    @Override
    public boolean may(String item, Operator by) {
        return overview.may(item, by);
    }

    @Override
    public Duration grace() {
        return overview.grace();
    }

    @Override
    public Result activate(String item, Version version, boolean hard, Operator by) {
        return lines.activate(item, version, hard, by, Optional.empty());
    }

    @Override
    public Result plan(String item, Version version, Instant at, boolean hard, Operator by) {
        return plans.plan(item, version, at, hard, by);
    }

    @Override
    public Result cancelPlan(String item, Operator by) {
        return plans.cancel(item, by);
    }

    @Override
    public Result rollback(String item, Optional<Version> to, Operator by) {
        return lines.rollback(item, to, by);
    }

    @Override
    public Result retire(String item, Optional<String> line, Operator by) {
        return lines.retire(item, line, by);
    }

    @Override
    public Result withdraw(String item, String line, Operator by) {
        return code.withdraw(item, line, by);
    }

    @Override
    public Result restore(String item, String line, Operator by) {
        return code.restore(item, line, by);
    }

    @Override
    public Result reset(String item, String line, Operator by) {
        return code.reset(item, line, by);
    }

    @Override
    public Page<Recorded> record(Optional<String> item, int limit, Optional<String> after, Operator by) {
        return records.page(item, limit, after, by);
    }
}
