package org.openhall.cases.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.openhall.api.cases.DryRuns.Difference;
import org.openhall.api.cases.DryRuns.DryRun;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Catalogue.Trial;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.storage.Transactions;
import org.openhall.cases.internal.Replay.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one dry run after the other on one thread, at no more than half its speed, so that nobody who files notices. */
final class DryRunWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DryRunWorker.class);

    /** Much longer than a run is silent while it lives: it writes every second, and a case takes some seconds at worst. */
    static final Duration SILENCE = Duration.ofSeconds(45);

    static final Duration KEPT = Duration.ofDays(30);
    static final String CUT_OFF = "cut-off";
    static final String CLOSED = "closed";
    static final String DOES_NOT_START = "does-not-start";
    static final String BROKE = "broke";

    private static final int BATCH = 20;
    private static final long SHORTEST_REST = 10;
    private static final long ONE_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Transactions transactions;
    private final DryRunTable runs;
    private final ReplayCases cases;
    private final Catalogue catalogue;
    private final HallCalendar calendar;
    private final Clock clock;
    private final LongSupplier ticks;
    private final Set<Long> mine = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);

    DryRunWorker(
            Transactions transactions,
            DryRunTable runs,
            ReplayCases cases,
            Catalogue catalogue,
            HallCalendar calendar,
            Clock clock,
            LongSupplier ticks) {
        this.transactions = transactions;
        this.runs = runs;
        this.cases = cases;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.clock = clock;
        this.ticks = ticks;
    }

    /** Will be run here; shows signs of life until then. */
    void queue(long id) {
        mine.add(id);
    }

    /** Ends what died with another process, forgets what is old. */
    void sweep() {
        Instant now = clock.instant();
        transactions.run(() -> {
            if (!mine.isEmpty()) {
                runs.beat(mine, now);
            }
            if (runs.endDead(now.minus(SILENCE), CUT_OFF, now) > 0) {
                LOG.warn("A dry run was cut off");
            }
            runs.forget(now.minus(KEPT));
        });
    }

    void close() {
        closing.countDown();
    }

    /** Runs one, when it is its turn. */
    void run(long id) {
        try {
            if (itsTurn(id)) {
                transactions
                        .read(() -> runs.find(id))
                        .filter(run -> run.endedAt().isEmpty())
                        .ifPresent(this::run);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            mine.remove(id);
        }
    }

    /** Waits for earlier runs of the whole hall; those that died are ended by then. */
    private boolean itsTurn(long id) throws InterruptedException {
        while (transactions.read(() -> runs.earlier(id))) {
            sweep();
            if (closing.await(1, TimeUnit.SECONDS)) {
                end(id, CLOSED);
                return false;
            }
        }
        return true;
    }

    private void run(DryRun run) {
        String failure;
        try (Trial trial = catalogue
                .trial(run.item(), run.version())
                .orElseThrow(() -> new ItemUnavailable(run.item() + " " + run.version()))) {
            failure = replay(run, new Replay(trial, calendar.replay()));
        } catch (ItemUnavailable away) {
            LOG.warn("The dry run {} ends: {}", run.id(), away.getMessage());
            failure = DOES_NOT_START;
        } catch (RuntimeException broken) {
            LOG.error("The dry run {} broke", run.id(), broken);
            failure = BROKE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = CLOSED;
        }
        end(run.id(), failure);
    }

    private String replay(DryRun run, Replay replay) throws InterruptedException {
        DryRunTally tally = DryRunTally.NONE;
        List<Difference> found = new ArrayList<>();
        long written = ticks.getAsLong();
        long before = Long.MAX_VALUE;
        while (tally.done() < run.total()) {
            long from = before;
            int most = Math.min(BATCH, run.total() - tally.done());
            List<Stored> batch = transactions.read(() -> cases.before(run.item(), from, most));
            if (batch.isEmpty()) {
                break;
            }
            for (Stored stored : batch) {
                long began = ticks.getAsLong();
                Difference difference = replay.of(stored, clock.instant());
                tally = tally.and(difference);
                if (DryRunTally.differs(difference)) {
                    found.add(difference);
                }
                before = stored.row().id();
                if (ticks.getAsLong() - written >= ONE_SECOND) {
                    if (!write(run.id(), tally, found)) {
                        return "";
                    }
                    written = ticks.getAsLong();
                    found.clear();
                }
                long rest = Math.max(SHORTEST_REST, TimeUnit.NANOSECONDS.toMillis(ticks.getAsLong() - began));
                if (closing.await(rest, TimeUnit.MILLISECONDS)) {
                    write(run.id(), tally, found);
                    return CLOSED;
                }
            }
        }
        write(run.id(), tally, found);
        return "";
    }

    /** False when the run was stopped meanwhile; what it found until then stays. */
    private boolean write(long id, DryRunTally tally, List<Difference> found) {
        Instant now = clock.instant();
        return transactions.run(() -> {
            boolean goesOn = runs.progress(id, tally, now);
            if (goesOn) {
                runs.add(id, found);
                runs.beat(mine, now);
            }
            return goesOn;
        });
    }

    private void end(long id, String failure) {
        transactions.run(() -> runs.end(id, failure, clock.instant()));
    }
}
