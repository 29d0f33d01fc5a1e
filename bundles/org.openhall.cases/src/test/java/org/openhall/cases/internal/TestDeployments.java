package org.openhall.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.paging.Page;

/** Knows whose items are whose, and nothing else. */
final class TestDeployments implements Deployments {

    private final Set<String> departments;

    TestDeployments(String... departments) {
        this.departments = Set.of(departments);
    }

    @Override
    public boolean may(String item, Operator by) {
        return by.may(departments);
    }

    @Override
    public Optional<Deployed> item(String item, Operator by) {
        throw new UnsupportedOperationException("No test looks at an item");
    }

    @Override
    public Duration grace() {
        throw new UnsupportedOperationException("No test asks for it");
    }

    @Override
    public Page<Deployed> items(int limit, Optional<String> after, Operator by) {
        throw new UnsupportedOperationException("No test lists");
    }

    @Override
    public Result activate(String item, Version version, boolean hard, Operator by) {
        throw new UnsupportedOperationException("No test acts");
    }

    @Override
    public Result plan(String item, Version version, Instant at, boolean hard, Operator by) {
        throw new UnsupportedOperationException("No test acts");
    }

    @Override
    public Result cancelPlan(String item, Operator by) {
        throw new UnsupportedOperationException("No test acts");
    }

    @Override
    public Result rollback(String item, Optional<Version> to, Operator by) {
        throw new UnsupportedOperationException("No test acts");
    }

    @Override
    public Result retire(String item, Optional<String> line, Operator by) {
        throw new UnsupportedOperationException("No test acts");
    }

    @Override
    public Result withdraw(String item, String line, Operator by) {
        throw new UnsupportedOperationException("No test acts");
    }

    @Override
    public Result restore(String item, String line, Operator by) {
        throw new UnsupportedOperationException("No test acts");
    }

    @Override
    public Result reset(String item, String line, Operator by) {
        throw new UnsupportedOperationException("No test acts");
    }

    @Override
    public Page<Recorded> record(Optional<String> item, int limit, Optional<String> after, Operator by) {
        throw new UnsupportedOperationException("No test reads the record");
    }
}
