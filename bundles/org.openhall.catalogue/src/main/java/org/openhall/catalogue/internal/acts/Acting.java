package org.openhall.catalogue.internal.acts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.Deployments.Done;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Deployments.NotDone;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Deployments.Result;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Defect;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.door.BundleKeeper;
import org.openhall.catalogue.internal.door.Changes;
import org.openhall.catalogue.internal.door.Changes.Outcome;
import org.openhall.catalogue.internal.door.Pointing;
import org.openhall.catalogue.internal.store.ActTable.Act;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What all acts have in common: in turn, on what is true in the whole hall, only on what is the operator's. */
@Component(service = Acting.class)
public final class Acting {

    private final Changes changes;
    private final BundleKeeper keeper;
    private final Shelf shelf;
    private final Rights rights;
    private final Clock clock;

    @Activate
    public Acting(
            @Reference Changes changes,
            @Reference BundleKeeper keeper,
            @Reference Shelf shelf,
            @Reference Rights rights,
            @Reference Clock clock) {
        this.changes = changes;
        this.keeper = keeper;
        this.shelf = shelf;
        this.rights = rights;
        this.clock = clock;
    }

    /** Does something about an item that is the operator's. */
    Result on(String item, Operator by, Function<Snapshot, Result> act) {
        return changes.inTurn(() -> {
            Snapshot now = changes.sync();
            return now.entered().containsKey(item) && rights.may(by, now, item) ? act.apply(now) : unknown();
        });
    }

    /** Does something about a line of an item, whose item and version are the operator's. */
    Result on(String item, String line, Operator by, Function<Snapshot.Line, Result> act) {
        return on(
                item,
                by,
                now -> now.line(item, line)
                        .filter(found -> rights.may(by, now, Shelf.built(now, found)))
                        .map(act)
                        .orElseGet(Acting::unknown));
    }

    /** Does something about a version of an item, both the operator's. */
    Result on(String item, Version version, Operator by, Function<Shelf.Built, Result> act) {
        return on(
                item,
                by,
                now -> shelf.version(item, version)
                        .filter(built -> rights.may(by, now, built))
                        .map(act)
                        .orElseGet(Acting::unknown));
    }

    /** Changes lines once a version's bundle runs; when it does not, nothing changes. */
    Result running(Shelf.Built built, Function<Pointing, Outcome<Result>> work) {
        List<Defect> wrong = keeper.bring(built);
        if (!wrong.isEmpty()) {
            keeper.drop(built);
            String detail = wrong.stream().map(Defect::toString).collect(Collectors.joining("; "));
            return new NotDone(Reason.DOES_NOT_START, detail);
        }
        try {
            return change(built.version().definition().item(), work);
        } finally {
            keeper.drop(built);
        }
    }

    /** Changes lines in one transaction. */
    Result change(String item, Function<Pointing, Outcome<Result>> work) {
        return changes.change(item, now -> work.apply(new Pointing(now, item, clock.instant())));
    }

    /** Records what is done, in the open transaction. */
    Outcome<Result> done(Act act, Operator by) {
        changes.record(act, by);
        return Outcome.changed(new Done(act.report()));
    }

    /** Records what is done and is no change of lines. */
    Result doneOnly(Act act, Operator by) {
        changes.recordOnly(act, by);
        return new Done(act.report());
    }

    Instant now() {
        return clock.instant();
    }

    <T> T inTurn(Supplier<T> work) {
        return changes.inTurn(work);
    }

    static Act act(Kind kind, String item, Version version, Optional<Version> before, List<String> report) {
        return new Act(item, Optional.of(version), kind, before, List.copyOf(report));
    }

    static Outcome<Result> no(Reason reason, String detail) {
        return Outcome.unchanged(new NotDone(reason, detail));
    }

    private static Result unknown() {
        return new NotDone(Reason.UNKNOWN, "");
    }
}
