package org.openhall.catalogue.internal.acts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Deployments.NotDone;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Deployments.Result;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Told;
import org.openhall.api.forms.Defect;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.door.BundleKeeper;
import org.openhall.catalogue.internal.door.Changes;
import org.openhall.catalogue.internal.running.ItemBundles;
import org.openhall.catalogue.internal.store.ActTable.Act;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the code of a line out and brings it back, without a change of what the line is for. */
@Component(service = CodeActs.class)
public final class CodeActs {

    private final Acting acting;
    private final Changes changes;
    private final BundleKeeper keeper;
    private final ItemBundles bundles;

    @Activate
    public CodeActs(
            @Reference Acting acting,
            @Reference Changes changes,
            @Reference BundleKeeper keeper,
            @Reference ItemBundles bundles) {
        this.acting = acting;
        this.changes = changes;
        this.keeper = keeper;
        this.bundles = bundles;
    }

    Result withdraw(String item, String line, Operator by) {
        return acting.on(
                item,
                line,
                by,
                seen -> acting.change(
                        item,
                        now -> now.now()
                                .line(item, line)
                                .filter(found -> !found.withdrawn())
                                .map(found -> {
                                    changes.put(found.row().withdrawn(true));
                                    return acting.done(act(Kind.WITHDRAWN, found, Told.WITHDRAWN.say(line)), by);
                                })
                                .orElseGet(() -> Acting.no(Reason.ALREADY, Told.CODE_OUT.say()))));
    }

    Result restore(String item, String line, Operator by) {
        return acting.on(item, line, by, seen -> {
            if (seen.drained()) {
                return new NotDone(Reason.ALREADY, Told.ENDED.say());
            }
            if (!seen.withdrawn() && keeper.runs(seen.version())) {
                return new NotDone(Reason.ALREADY, Told.CODE_THERE.say());
            }
            Shelf.Built built = new Shelf.Built(seen.version(), seen.bundle());
            List<Defect> wrong = keeper.bring(built);
            if (!wrong.isEmpty()) {
                keeper.drop(built);
                return new NotDone(
                        Reason.DOES_NOT_START,
                        wrong.stream().map(Defect::toString).collect(Collectors.joining("; ")));
            }
            Act act = act(Kind.RESTORED, seen, Told.RESTORED.say(line));
            return seen.withdrawn() ? back(item, line, act, by) : acting.doneOnly(act, by);
        });
    }

    private Result back(String item, String line, Act act, Operator by) {
        return acting.change(item, now -> {
            now.now()
                    .line(item, line)
                    .ifPresent(found -> changes.put(found.row().withdrawn(false)));
            return acting.done(act, by);
        });
    }

    Result reset(String item, String line, Operator by) {
        return acting.on(item, line, by, seen -> {
            if (!bundles.absence(seen.version()).equals(Optional.of(Catalogue.Absence.BROKEN))) {
                return new NotDone(Reason.ALREADY, Told.BREAKER_CLOSED.say());
            }
            bundles.reset(seen.version());
            return acting.doneOnly(act(Kind.RESET, seen, Told.RESET.say(line)), by);
        });
    }

    private static Act act(Kind kind, Snapshot.Line line, String report) {
        return Acting.act(
                kind, line.version().definition().item(), line.version().version(), Optional.empty(), List.of(report));
    }
}
