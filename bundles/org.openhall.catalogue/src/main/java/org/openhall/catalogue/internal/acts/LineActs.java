package org.openhall.catalogue.internal.acts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Deployments.NotDone;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Deployments.Result;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Told;
import org.openhall.api.catalogue.Version;
import org.openhall.catalogue.internal.CatalogueSettings;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.door.Changes;
import org.openhall.catalogue.internal.door.Changes.Outcome;
import org.openhall.catalogue.internal.door.Pointing;
import org.openhall.catalogue.internal.store.ActivationTable.Row;
import org.openhall.catalogue.internal.store.PlanTable;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves pointers: which version serves a line, and which line takes new filings. */
@Component(service = LineActs.class, configurationPid = "org.openhall.catalogue")
public final class LineActs {

    private final Acting acting;
    private final Changes changes;
    private final Earlier earlier;
    private final Drain drain;
    private final PlanTable plans;
    private final Duration grace;

    @Activate
    public LineActs(
            @Reference Acting acting,
            @Reference Changes changes,
            @Reference Earlier earlier,
            @Reference Drain drain,
            @Reference Database database,
            CatalogueSettings settings) {
        this.acting = acting;
        this.changes = changes;
        this.earlier = earlier;
        this.drain = drain;
        this.plans = new PlanTable(database);
        this.grace = Duration.ofHours(settings.grace_hours());
    }

    /**
     * Lets a version serve its line.
     *
     * @param plan carried out by this; when it is no longer planned, nothing is done
     */
    Result activate(String item, Version version, boolean hard, Operator by, Optional<PlanTable.Row> plan) {
        Result result = acting.on(
                item, version, by, built -> acting.running(built, now -> activated(now, built, hard, by, plan)));
        drain.soon(item);
        return result;
    }

    /** Whether a version has what its activation would give it. */
    private static boolean stands(Pointing now, Version version, List<Row> rows) {
        boolean pointed = now.now()
                .line(now.item(), version.line())
                .filter(line -> line.version().version().equals(version))
                .filter(line -> line.retired() == rows.get(0).retired() && !line.drained())
                .isPresent();
        return pointed && rows.size() == 1;
    }

    /** Why the activation of a version cannot be planned: there is nothing to do, or it would go back. */
    static Optional<NotDone> againstPlan(Pointing now, Version version, boolean hard) {
        if (stands(now, version, now.activate(version, hard))) {
            return Optional.of(new NotDone(Reason.ALREADY, standing(now, version)));
        }
        return now.now()
                .line(now.item(), version.line())
                .map(line -> line.version().version())
                .filter(serving -> version.compareTo(serving) < 0)
                .map(serving -> new NotDone(Reason.BEHIND, Told.BEHIND.say(serving, version.line())));
    }

    private Outcome<Result> activated(
            Pointing now, Shelf.Built built, boolean hard, Operator by, Optional<PlanTable.Row> plan) {
        Version version = built.version().version();
        List<Row> rows = now.activate(version, hard);
        if (stands(now, version, rows)) {
            return Acting.no(Reason.ALREADY, standing(now, version));
        }
        Optional<String> taken = now.taken(built.version().definition()).filter(code -> !now.behind(version));
        if (taken.isPresent()) {
            return Acting.no(Reason.CODE_TAKEN, taken.get());
        }
        if (plan.isPresent() && !plans.delete(plan.get())) {
            return Acting.no(Reason.ALREADY, Told.NOT_PLANNED.say());
        }
        rows.forEach(changes::put);
        List<String> report = new ArrayList<>(extension(now) ? List.of() : now.report(version));
        if (now.bringsBack(rows.get(0))) {
            report.add(Told.CODE_BACK.say());
        }
        rows.stream()
                .skip(1)
                .forEach(row -> report.add(Told.NO_DRAFTS.say(row.version().line())));
        plans.of(List.of(now.item())).stream()
                .filter(row -> row.version().equals(version))
                .filter(plans::delete)
                .forEach(row -> report.add(Told.PLAN_DONE.say(row.at())));
        report.addAll(changes.extending(now.item()));
        return acting.done(Acting.act(Kind.ACTIVATED, now.item(), version, now.before(version), report), by);
    }

    private static String standing(Pointing now, Version version) {
        if (now.now()
                .line(now.item(), version.line())
                .filter(Snapshot.Line::withdrawn)
                .isPresent()) {
            return Told.IS_WITHDRAWN.say();
        }
        return now.now()
                .active(now.item())
                .filter(line -> now.behind(version))
                .map(line -> Told.ROLL_BACK.say(line.version().version(), version))
                .orElseGet(Told.SERVES::say);
    }

    /** Lets an earlier version take filings again. */
    Result rollback(String item, Optional<Version> to, Operator by) {
        Result result = acting.on(
                item,
                by,
                now -> to.or(() -> earlier.of(now, item))
                        .map(version -> acting.on(
                                item,
                                version,
                                by,
                                built -> acting.running(built, pointing -> wentBack(pointing, built, by))))
                        .orElseGet(() -> new NotDone(Reason.NOTHING_BEFORE, "")));
        drain.soon(item);
        return result;
    }

    private Outcome<Result> wentBack(Pointing now, Shelf.Built built, Operator by) {
        Version version = built.version().version();
        Optional<Version> before =
                now.now().active(now.item()).map(line -> line.version().version());
        if (before.filter(version::equals).isPresent()) {
            return Acting.no(Reason.ALREADY, Told.TAKES.say(version));
        }
        Optional<String> taken = now.taken(built.version().definition());
        if (taken.isPresent()) {
            return Acting.no(Reason.CODE_TAKEN, taken.get());
        }
        List<Row> rows = now.goBack(version);
        rows.forEach(changes::put);
        List<String> report = new ArrayList<>();
        report.add(Told.SERVED.say(version.line(), version));
        boolean extension = extension(now);
        if (!extension) {
            report.add(Told.FILINGS.say(version));
        }
        if (now.bringsBack(rows.get(0))) {
            report.add(Told.CODE_BACK.say());
        }
        rows.stream()
                .skip(1)
                .forEach(row -> report.add((extension ? Told.ADDS_NOTHING : Told.RETIRED)
                        .say(row.version().line())));
        report.addAll(changes.extending(now.item()));
        return acting.done(Acting.act(Kind.ROLLED_BACK, now.item(), version, before, report), by);
    }

    /** Lets one line or all take nothing new. */
    Result retire(String item, Optional<String> line, Operator by) {
        Result result = line.isPresent()
                ? acting.on(item, line.get(), by, found -> acting.change(item, now -> retired(now, line, by)))
                : acting.on(item, by, all -> acting.change(item, now -> retired(now, line, by)));
        drain.soon(item);
        return result;
    }

    private Outcome<Result> retired(Pointing now, Optional<String> line, Operator by) {
        Optional<Snapshot.Line> taking = now.now().active(now.item());
        List<Snapshot.Line> gone = now.now().ofItem(now.item()).stream()
                .filter(found -> !found.retired())
                .filter(found -> line.isEmpty()
                        || line.get().equals(found.row().version().line()))
                .toList();
        if (gone.isEmpty()) {
            return Acting.no(Reason.ALREADY, Told.TAKES_NOTHING.say());
        }
        if (extension(now)) {
            return retiredExtension(now, gone, by);
        }
        List<String> report = new ArrayList<>();
        gone.forEach(found -> {
            changes.put(found.row().retire());
            report.add(Told.RETIRED.say(found.row().version().line()));
        });
        Optional<Snapshot.Line> next = taking.filter(gone::contains).isEmpty() ? taking : successor(now, gone);
        report.add(
                next.map(found -> Told.FILINGS.say(found.version().version())).orElseGet(Told.NO_FILINGS::say));
        return acting.done(
                Acting.act(
                        Kind.RETIRED,
                        now.item(),
                        gone.get(0).version().version(),
                        taking.map(found -> found.version().version()),
                        report),
                by);
    }

    private static boolean extension(Pointing now) {
        return now.now().composition().extended(now.item()).isPresent();
    }

    /** Its other lines go on; what it had added is gone from open cases too. */
    private Outcome<Result> retiredExtension(Pointing now, List<Snapshot.Line> gone, Operator by) {
        List<String> report = new ArrayList<>();
        gone.forEach(found -> {
            changes.put(found.row().retire());
            report.add(Told.ADDS_NOTHING_NOW.say(found.row().version().line()));
        });
        report.addAll(changes.extending(now.item()));
        Version version = gone.get(0).version().version();
        return acting.done(Acting.act(Kind.RETIRED, now.item(), version, Optional.of(version), report), by);
    }

    /** The line that takes filings instead: one whose time is not over. Those whose time is over do not come back by themselves. */
    private Optional<Snapshot.Line> successor(Pointing now, List<Snapshot.Line> gone) {
        Optional<Snapshot.Line> next = Optional.empty();
        for (Snapshot.Line line : now.now().ofItem(now.item())) {
            if (line.retired() || gone.contains(line) || next.isPresent()) {
                continue;
            }
            if (now.now().accepts(now.item(), line.row().version().line(), now.at(), grace)
                    && now.taken(line.version().definition()).isEmpty()) {
                next = Optional.of(line);
            } else {
                changes.put(line.row().retire());
            }
        }
        return next;
    }
}
