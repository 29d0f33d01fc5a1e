package org.openhall.storage.internal;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.api.storage.Transactions;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions bound to the thread that runs them. */
@Component(service = {Transactions.class, Database.class, BoundTransactions.class})
public final class BoundTransactions implements Transactions, Database {

    private static final Logger LOG = LoggerFactory.getLogger(BoundTransactions.class);

    private final OpenDatabase database;
    private final ThreadLocal<OpenTransaction> bound = new ThreadLocal<>();

    @Activate
    public BoundTransactions(@Reference OpenDatabase database) {
        this.database = database;
    }

    @Override
    public <T> T run(Supplier<T> work) {
        OpenTransaction open = bound.get();
        if (open != null) {
            return join(open, work);
        }
        try {
            return change(work);
        } catch (RuntimeException first) {
            if (Trouble.of(first) != Trouble.CONFLICT) {
                throw translated(first);
            }
            LOG.debug("Two transactions were in each other's way; running one again", first);
            stepAside();
        }
        try {
            return change(work);
        } catch (RuntimeException second) {
            throw translated(second);
        }
    }

    @Override
    public <T> T read(Supplier<T> reads) {
        if (bound.get() != null) {
            return reads.get();
        }
        try {
            return perform(new OpenTransaction(database.forReads(), true), reads);
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    @Override
    public <T> T glance(Supplier<T> statement) {
        if (bound.get() != null) {
            return statement.get();
        }
        try {
            return performOne(OpenTransaction.ofOneStatement(database.forGlances()), statement);
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    /** Reads one snapshot for as long as it takes, on a connection outside the pools. */
    public <T> T readAll(Supplier<T> reads) {
        try {
            return perform(OpenTransaction.ofBackup(database.forBackup()), reads);
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        changing().afterCommit.add(action);
    }

    @Override
    public Handle handle() {
        OpenTransaction open = bound.get();
        if (open == null) {
            throw new IllegalStateException("No transaction is open on this thread");
        }
        open.beginStatement();
        return open.handle;
    }

    @Override
    public boolean isOpen() {
        return bound.get() != null;
    }

    @Override
    public boolean insertUnlessThere(String table, List<String> columns, UnaryOperator<Update> values) {
        Dialect dialect = database.dialect();
        return dialect.inserts(values.apply(handle().createUpdate(dialect.insertUnlessThere(table, columns))));
    }

    /** When both were rolled back, one goes first now. */
    private static void stepAside() {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(50_000_000L));
    }

    private OpenTransaction changing() {
        OpenTransaction open = bound.get();
        if (open == null || open.readsOnly) {
            throw new IllegalStateException("No transaction is open on this thread");
        }
        return open;
    }

    private static <T> T join(OpenTransaction open, Supplier<T> work) {
        if (open.readsOnly) {
            throw new IllegalStateException("Transactions.read is open on this thread; changes cannot join it");
        }
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            open.spoil(e);
            throw e;
        }
    }

    private <T> T change(Supplier<T> work) {
        var open = new OpenTransaction(database.forChanges(), false);
        T result;
        try (Change change = database.begin()) {
            result = perform(open, work);
            keep(change);
        }
        open.afterCommit.forEach(BoundTransactions::follow);
        return result;
    }

    private void keep(Change change) {
        try {
            change.keep();
        } catch (StorageUnavailable e) {
            database.suspect(true);
            throw e;
        }
    }

    /** Runs what is one statement, which the database makes a transaction by itself, and always gives the connection back. */
    private <T> T performOne(OpenTransaction open, Supplier<T> statement) {
        try (open.handle) {
            bound.set(open);
            return statement.get();
        } finally {
            bound.remove();
        }
    }

    /** Runs, commits and always gives the connection back. */
    private <T> T perform(OpenTransaction open, Supplier<T> work) {
        try (Handle handle = open.handle) {
            bound.set(open);
            handle.begin();
            try {
                T result = work.get();
                if (open.spoiled().isPresent()) {
                    throw new IllegalStateException(
                            "A part of this transaction failed; the whole is rolled back",
                            open.spoiled().get());
                }
                if (open.tooOld()) {
                    throw new StorageUnavailable("A transaction took more than ten seconds and is rolled back", null);
                }
                end(open, handle::commit);
                return result;
            } catch (RuntimeException | Error e) {
                rollBack(open, e);
                throw e;
            }
        } finally {
            bound.remove();
        }
    }

    private void end(OpenTransaction open, Runnable how) {
        if (open.readsOnly) {
            how.run();
            return;
        }
        Dialect dialect = database.dialect();
        dialect.enter();
        try {
            how.run();
        } finally {
            // also after a statement that did not say it was over
            dialect.leave();
        }
    }

    private void rollBack(OpenTransaction open, Throwable why) {
        try {
            end(open, open.handle::rollback);
        } catch (RuntimeException e) {
            // the connection is broken and the pool throws it away, which rolls back
            why.addSuppressed(e);
        }
    }

    private static void follow(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("What should follow a commit failed; the commit stands", e);
        }
    }

    /** Under a store that closes itself H2 throws whatever comes to its mind. */
    private boolean lost(RuntimeException e) {
        return Trouble.ofDatabase(e) && (database.closedLately() || database.lost());
    }

    private RuntimeException translated(RuntimeException e) {
        if (e instanceof StorageUnavailable) {
            return e;
        }
        if (e instanceof ConnectionException || Trouble.of(e) != Trouble.OTHER || lost(e)) {
            database.suspect(Trouble.closes(e));
            return new StorageUnavailable("The database does not answer", e);
        }
        return e;
    }
}
