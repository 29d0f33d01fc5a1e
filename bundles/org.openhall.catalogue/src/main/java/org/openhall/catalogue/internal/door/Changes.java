package org.openhall.catalogue.internal.door;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openhall.api.catalogue.Extensions;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.storage.Outbox;
import org.openhall.api.storage.Transactions;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.list.ImplementationList;
import org.openhall.catalogue.internal.store.ActTable;
import org.openhall.catalogue.internal.store.ActivationTable;
import org.openhall.catalogue.internal.store.Twice;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Changes what is served: one change at a time, on a node from its beginning, in the whole hall while it is written. No request ever waits
 * for it; requests see the snapshot before or the one after.
 */
@Component(service = Changes.class)
public final class Changes {

    /** Held while bundles start; taken by what changes something, never by requests. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final Transactions transactions;
    private final ActivationTable activations;
    private final ActTable acts;
    private final Shelf shelf;
    private final BundleKeeper keeper;
    private final ImplementationList list;
    private final Outbox outbox;
    private final Clock clock;
    private boolean restored;

    @Activate
    public Changes(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Shelf shelf,
            @Reference BundleKeeper keeper,
            @Reference ImplementationList list,
            @Reference Outbox outbox,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.activations = new ActivationTable(database);
        this.acts = new ActTable(database);
        this.shelf = shelf;
        this.keeper = keeper;
        this.list = list;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What a change came to.
     *
     * @param result for whoever asked
     * @param changed whether anything was written about lines or versions
     * @param <T> kind of the result
     */
    public record Outcome<T>(T result, boolean changed) {

        /** Something was written. */
        public static <T> Outcome<T> changed(T result) {
            return new Outcome<>(result, true);
        }

        /** All stays as it was. */
        public static <T> Outcome<T> unchanged(T result) {
            return new Outcome<>(result, false);
        }
    }

    /** Does something while nobody on this node changes what is served. */
    public <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /** Serves what the database says: after a start, and when another node did something. */
    public Snapshot sync() {
        return inTurn(() -> {
            Snapshot next = shelf.read();
            if (!next.equals(shelf.current()) || !restored) {
                if (!restored) {
                    keeper.clean(next);
                }
                keeper.prepare(next);
                shelf.change(() -> {
                    shelf.show(next);
                    return next;
                });
                list.forget();
                keeper.settle(next);
                restored = true;
            }
            keeper.retry(shelf.current());
            return shelf.current();
        });
    }

    /**
     * Changes the lines of an item in one transaction and shows what came of it. In turn only.
     *
     * @param item key
     * @param work given what is true in the whole hall at this moment; repeatable
     */
    public <T> T change(String item, Function<Snapshot, Outcome<T>> work) {
        // no import of rows meanwhile: it links them to what is shown
        Made<T> made = shelf.change(() -> {
            Made<T> done = Twice.run(transactions, () -> {
                activations.lock();
                return made(item, work);
            });
            done.next().ifPresent(shelf::show);
            return done;
        });
        made.next().ifPresent(next -> {
            keeper.prepare(next);
            keeper.settle(next);
        });
        return made.result();
    }

    private <T> Made<T> made(String item, Function<Snapshot, Outcome<T>> work) {
        Snapshot now = shelf.read();
        Outcome<T> outcome = work.apply(now);
        if (!outcome.changed()) {
            return new Made<>(outcome.result(), Optional.empty());
        }
        Snapshot next = shelf.read();
        list.link(item, now, next, clock.instant());
        // cases that stand at a step which was put in and is no longer there go on
        next.withoutStepsOf(now)
                .forEach(extended ->
                        outbox.append(Extensions.CHANGED, extended, "{\"at\": \"" + clock.instant() + "\"}"));
        return new Made<>(outcome.result(), Optional.of(next));
    }

    private record Made<T>(T result, Optional<Snapshot> next) {}

    /** What extends what after all that was written. In the open transaction; one line each. */
    public List<String> extending(String key) {
        return ExtensionReport.lines(shelf.read(), key);
    }

    /** Writes a line. In the open transaction. */
    public void put(ActivationTable.Row row) {
        activations.put(row);
    }

    /** Records an act. In the open transaction. */
    public void record(ActTable.Act act, Operator by) {
        acts.insert(act, by, clock.instant());
    }

    /** Records an act that changes nothing else. */
    public void recordOnly(ActTable.Act act, Operator by) {
        transactions.run(() -> record(act, by));
    }
}
