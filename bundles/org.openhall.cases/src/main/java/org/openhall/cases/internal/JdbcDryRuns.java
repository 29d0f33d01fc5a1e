package org.openhall.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openhall.api.cases.DryRuns;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.json.Json;
import org.openhall.api.materials.Materials;
import org.openhall.api.paging.Page;
import org.openhall.api.storage.Transactions;
import org.openhall.api.users.Accounts;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dry runs over the relational database; they go on when whoever started them goes away. */
@Component(immediate = true)
public final class JdbcDryRuns implements DryRuns {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcDryRuns.class);
    private static final int MOST_CASES = 1000;
    private static final int RECENT = 10;
    private static final int SWEEP_SECONDS = 10;

    private final Transactions transactions;
    private final CaseTable cases;
    private final DryRunTable runs;
    private final Catalogue catalogue;
    private final Deployments deployments;
    private final DryRunWorker worker;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "cases-dry-run");
        made.setDaemon(true);
        made.setPriority(Thread.MIN_PRIORITY);
        return made;
    });

    @Activate
    public JdbcDryRuns(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Json json,
            @Reference Catalogue catalogue,
            @Reference Deployments deployments,
            @Reference Accounts accounts,
            @Reference Materials materials,
            @Reference HallCalendar calendar,
            @Reference Clock clock) {
        CaseTables tables = CaseTables.in(database, json);
        this.transactions = transactions;
        this.cases = tables.cases();
        this.runs = new DryRunTable(database, json);
        this.catalogue = catalogue;
        this.deployments = deployments;
        this.clock = clock;
        this.worker = new DryRunWorker(
                transactions,
                runs,
                new ReplayCases(tables, catalogue, materials, accounts),
                catalogue,
                calendar,
                clock,
                System::nanoTime);
        thread.scheduleWithFixedDelay(() -> logged(worker::sweep), 0, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** Lets the case at hand end; not by interrupting it, which would close the file of an embedded database. */
    @Deactivate
    public void close() {
        worker.close();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("A dry run did not end in time; it is marked as cut off later");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<Long> start(String item, Version version, int most, Operator by) {
        if (most < 1 || most > MOST_CASES) {
            throw new IllegalArgumentException("A dry run looks at 1 to " + MOST_CASES + " cases");
        }
        if (!may(item, by) || catalogue.version(item, version).isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        long id = transactions.run(() -> {
            runs.endDead(now.minus(DryRunWorker.SILENCE), DryRunWorker.CUT_OFF, now);
            // A second press of the button looks at the first run.
            return runs.underWay(item, version).orElseGet(() -> {
                long added = runs.insert(item, version, by, cases.countOfItem(item, most), now);
                transactions.afterCommit(() -> begin(added));
                return added;
            });
        });
        return Optional.of(id);
    }

    private void begin(long id) {
        worker.queue(id);
        thread.execute(() -> logged(() -> worker.run(id)));
    }

    @Override
    public Optional<DryRun> find(long id, Operator by) {
        return transactions.read(() -> runs.find(id)).filter(run -> may(run.item(), by));
    }

    @Override
    public List<DryRun> recent(String item, Operator by) {
        return may(item, by) ? transactions.read(() -> runs.recent(item, RECENT)) : List.of();
    }

    @Override
    public boolean stop(long id, Operator by) {
        return find(id, by).isPresent() && transactions.run(() -> runs.end(id, "", clock.instant()));
    }

    @Override
    public Page<Difference> differences(long id, int limit, Optional<String> after, Operator by) {
        int most = Position.limit(limit);
        long from = after.map(JdbcDryRuns::place).orElse(0L);
        List<DryRunTable.Placed> found =
                find(id, by).isEmpty() ? List.of() : transactions.read(() -> runs.differences(id, from, most + 1));
        Page<DryRunTable.Placed> page = Position.page(found, most, last -> Long.toString(last.id()));
        return new Page<>(
                page.entries().stream().map(DryRunTable.Placed::difference).toList(), page.next());
    }

    private boolean may(String item, Operator by) {
        return deployments.may(item, by);
    }

    private static long place(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException noPlace) {
            throw new IllegalArgumentException("Not a position in this list: " + after, noPlace);
        }
    }

    private static void logged(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            // The thread goes on: what it left unwritten is ended by the next sweep.
            LOG.error("The work on dry runs failed", failed);
        }
    }
}
