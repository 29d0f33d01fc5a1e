package org.openhall.catalogue.internal.acts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Deployments.Done;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Deployments.NotDone;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Deployments.Result;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Told;
import org.openhall.api.catalogue.Version;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.api.storage.Transactions;
import org.openhall.api.users.Accounts;
import org.openhall.catalogue.internal.door.Changes;
import org.openhall.catalogue.internal.door.Pointing;
import org.openhall.catalogue.internal.store.PlanTable;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans activations and carries them out, on whichever node comes first. */
@Component(service = Plans.class)
public final class Plans {

    private static final Logger LOG = LoggerFactory.getLogger(Plans.class);
    private static final int AT_ONCE = 20;
    private static final int DAYS_AHEAD = 366;

    private final Transactions transactions;
    private final PlanTable plans;
    private final Acting acting;
    private final Changes changes;
    private final LineActs lines;
    private final Accounts accounts;
    private final Clock clock;

    @Activate
    public Plans(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Acting acting,
            @Reference Changes changes,
            @Reference LineActs lines,
            @Reference Accounts accounts,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.plans = new PlanTable(database);
        this.acting = acting;
        this.changes = changes;
        this.lines = lines;
        this.accounts = accounts;
        this.clock = clock;
    }

    Result plan(String item, Version version, Instant time, boolean hard, Operator by) {
        Instant at = time.truncatedTo(ChronoUnit.MICROS);
        return acting.on(
                item,
                by,
                standing -> acting.on(item, version, by, built -> {
                    Instant now = clock.instant();
                    if (at.isBefore(now) || at.isAfter(now.plus(DAYS_AHEAD, ChronoUnit.DAYS))) {
                        return new NotDone(Reason.TIME, "");
                    }
                    Optional<NotDone> not = LineActs.againstPlan(new Pointing(standing, item, now), version, hard);
                    return not.isPresent() ? not.get() : planned(new PlanTable.Row(item, version, at, hard, by));
                }));
    }

    private Result planned(PlanTable.Row row) {
        List<String> report = List.of((row.hard() ? Told.PLANNED_HARD : Told.PLANNED).say(row.version(), row.at()));
        return transactions.run(() -> {
            plans.put(row);
            changes.record(Acting.act(Kind.PLANNED, row.item(), row.version(), Optional.empty(), report), row.by());
            return new Done(report);
        });
    }

    Result cancel(String item, Operator by) {
        return acting.on(
                item,
                by,
                now -> transactions.run(() -> plans.of(List.of(item)).stream()
                        .filter(plans::delete)
                        .findFirst()
                        .map(row -> {
                            List<String> report = List.of(Told.PLAN_GIVEN_UP.say(row.at()));
                            changes.record(
                                    Acting.act(Kind.CANCELLED, item, row.version(), Optional.empty(), report), by);
                            return (Result) new Done(report);
                        })
                        .orElseGet(() -> new NotDone(Reason.ALREADY, Told.NO_PLAN.say()))));
    }

    /** Does what is due. A plan that cannot be carried out is given up, not tried for ever. */
    public void carryOut() {
        for (PlanTable.Row row : transactions.read(() -> plans.due(clock.instant(), AT_ONCE))) {
            String why;
            try {
                why = carryOut(row);
            } catch (StorageUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("The planned activation of {} {} failed", row.item(), row.version(), e);
                why = Told.SEE_LOG.say();
            }
            if (!why.isEmpty()) {
                giveUp(row, why);
            }
        }
    }

    /** Does it with what its author may do now; why not, or "". */
    private String carryOut(PlanTable.Row row) {
        Optional<Long> account = row.by().account();
        Optional<Operator> by = account.isEmpty()
                ? Optional.of(row.by())
                : account.flatMap(accounts::find).flatMap(Operator::of);
        if (by.isEmpty()) {
            return Told.NOT_HIS.say();
        }
        Result result = lines.activate(row.item(), row.version(), row.hard(), by.get(), Optional.of(row));
        if (result instanceof NotDone not) {
            return not.reason() == Reason.UNKNOWN && account.isPresent()
                    ? Told.NOT_HIS.say()
                    : (not.reason() + " " + not.detail()).strip();
        }
        return "";
    }

    private void giveUp(PlanTable.Row row, String why) {
        List<String> report = List.of(Told.PLAN_FAILED.say(row.at(), why));
        boolean mine = transactions.run(() -> {
            boolean deleted = plans.delete(row);
            if (deleted) {
                changes.record(
                        Acting.act(Kind.CANCELLED, row.item(), row.version(), Optional.empty(), report), row.by());
            }
            return deleted;
        });
        if (mine) {
            LOG.error("{} {}: {}", row.item(), row.version(), report.get(0));
        }
    }
}
