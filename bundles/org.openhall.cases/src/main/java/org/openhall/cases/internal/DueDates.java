package org.openhall.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.json.Json;
import org.openhall.api.storage.Transactions;
import org.openhall.cases.internal.TaskTable.NewDue;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replays all clocks that run whenever the calendar is read anew: stored due dates are only an index of them. */
@Component(service = DueDates.class, immediate = true)
public final class DueDates {

    private static final Logger LOG = LoggerFactory.getLogger(DueDates.class);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final CaseTables tables;
    private final HallCalendar calendar;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "cases-due-dates");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopped;

    /**
     * Starts with the first batch at once, in the background.
     *
     * @param transactions of the hall
     * @param database of the hall
     * @param json of the hall
     * @param calendar as it was read
     * @param clock of the hall
     */
    @Activate
    public DueDates(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Json json,
            @Reference HallCalendar calendar,
            @Reference Clock clock) {
        this(transactions, CaseTables.in(database, json), calendar, clock);
        worker.execute(this::logged);
    }

    DueDates(Transactions transactions, CaseTables tables, HallCalendar calendar, Clock clock) {
        this.transactions = transactions;
        this.tables = tables;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Stops after the batch at hand; not by interrupting it, which would close the file of an embedded database. */
    @Deactivate
    public void stop() {
        stopped = true;
        worker.shutdown();
    }

    private void logged() {
        try {
            LOG.info("{} due dates changed with the calendar", replayAll());
        } catch (RuntimeException failed) {
            // Lists may be out of order until the next start; what a case says about itself is always replayed.
            LOG.error("Due dates could not be replayed", failed);
        }
    }

    /** Goes through all cases that have not ended; gives how many due dates of tasks changed. */
    int replayAll() {
        int changed = 0;
        long after = 0;
        List<CaseHead> batch;
        do {
            long from = after;
            batch = transactions.read(() -> tables.cases().goingOn(from, BATCH));
            if (!batch.isEmpty()) {
                List<CaseHead> heads = batch;
                changed += transactions.run(() -> replay(heads));
                after = batch.get(batch.size() - 1).id();
            }
        } while (batch.size() == BATCH && !stopped);
        return changed;
    }

    private int replay(List<CaseHead> heads) {
        Instant now = clock.instant();
        Map<Long, CaseHead> byId = new HashMap<>();
        heads.forEach(head -> byId.put(head.id(), head));
        Map<Long, Ledger> clocks = tables.cases().clocks(byId.keySet());
        for (CaseHead head : heads) {
            Optional<Instant> due = Procedure.running(clocks.get(head.id()).read(calendar.replay(), now));
            if (!due.equals(head.due())) {
                tables.cases().due(head, due);
            }
        }
        List<NewDue> changes = tables.tasks().openOf(byId.keySet()).stream()
                .map(found -> new NewDue(
                        found.task(),
                        Procedure.running(
                                found.clock().orElse(clocks.get(found.caseId())).read(calendar.replay(), now))))
                .filter(NewDue::differs)
                .toList();
        tables.tasks().due(changes);
        return changes.size();
    }
}
