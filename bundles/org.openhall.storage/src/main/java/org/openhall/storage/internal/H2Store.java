package org.openhall.storage.internal;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SingleFileStore;
import org.openhall.api.storage.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store behind an open H2 file. H2 alone writes at each commit all pages that it touches; here one write is made for all who commit at the same
 * time.
 */
final class H2Store {

    private static final Logger LOG = LoggerFactory.getLogger(H2Store.class);

    /** Neither at each commit nor now and then by a thread of H2: who wants to be sure, writes. */
    private static final int WHEN_ASKED = -1;

    /** How long who writes waits for those who are about to commit, in nanoseconds. */
    private static final long PATIENCE = 2_000_000;

    /** More than ever count themselves out. */
    private static final int ENOUGH = 1 << 20;

    private final MVStore store;
    private final H2Gate gate;
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition wrote = turn.newCondition();
    private final Condition nobodyElse = turn.newCondition();
    private int changing;
    private long committed;
    private long written;
    private boolean writing;
    private volatile Optional<Thread> saving = Optional.empty();
    private volatile long before;

    private H2Store(MVStore store, H2Gate gate) {
        this.store = store;
        this.gate = gate;
    }

    /**
     * The store behind a connection, while it lives.
     *
     * @param connection of H2 itself
     * @param gate through which comes who changes something
     */
    static H2Store behind(Connection connection, H2Gate gate) throws SQLException {
        try {
            // H2's bundle does not export the classes in between; they are public all the same
            Object found = connection.unwrap(JdbcConnection.class);
            for (String next : new String[] {"getSession", "getDatabase", "getStore", "getMvStore"}) {
                found = found.getClass().getMethod(next).invoke(found);
            }
            var store = new H2Store((MVStore) found, gate);
            store.openEarly();
            store.store.setAutoCommitDelay(WHEN_ASKED);
            return store;
        } catch (ReflectiveOperationException e) {
            throw new SQLException("This H2 hides its store", e);
        }
    }

    /** Looks after the file until it is closed. */
    void lookAfter(Path file, AtomicLong movesFrom) {
        H2Upkeep.of(store, gate, file, movesFrom);
    }

    /** Somebody begins to change something. */
    Change begin() {
        turn.lock();
        try {
            changing++;
        } finally {
            turn.unlock();
        }
        return new Change() {
            private boolean over;

            @Override
            public void keep() {
                over = true;
                write();
            }

            @Override
            public void close() {
                if (!over) {
                    over = true;
                    giveUp();
                }
            }
        };
    }

    /**
     * Opens the gate as soon as H2 has what it writes. It says so, between that and the writing, to who wants to know which versions are still in use.
     */
    private void openEarly() throws ReflectiveOperationException {
        var others = (LongConsumer) field(MVStore.class, "oldestVersionTracker").get(store);
        store.setOldestVersionTracker(version -> {
            if (saving.filter(Thread.currentThread()::equals).isPresent() && store.getCurrentVersion() > before) {
                gate.open();
            }
            if (others != null) {
                others.accept(version);
            }
        });
    }

    private void giveUp() {
        turn.lock();
        try {
            leave();
        } finally {
            turn.unlock();
        }
    }

    /** One fewer for whom to wait. */
    private void leave() {
        changing--;
        if (changing == 0) {
            nobodyElse.signal();
        }
    }

    /** Returns when what this thread has committed is in the file: written by itself, for all who have committed by then, or by another one. */
    private void write() {
        turn.lock();
        try {
            leave();
            committed++;
            long mine = committed;
            while (writing && written < mine) {
                wrote.awaitUninterruptibly();
            }
            if (written >= mine) {
                return;
            }
            writing = true;
        } finally {
            turn.unlock();
        }
        long all = 0;
        try {
            long gathered = gather();
            save();
            all = gathered;
        } finally {
            turn.lock();
            try {
                writing = false;
                written = Math.max(written, all);
                wrote.signalAll();
            } finally {
                turn.unlock();
            }
        }
    }

    /** Waits a moment for those who are about to commit; for how many is written then. */
    private long gather() {
        turn.lock();
        try {
            awaitOthers();
            return committed;
        } finally {
            turn.unlock();
        }
    }

    private void awaitOthers() {
        try {
            long left = PATIENCE;
            while (changing > 0 && left > 0) {
                left = nobodyElse.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void save() {
        try {
            gate.shut();
            before = store.getCurrentVersion();
            saving = Optional.of(Thread.currentThread());
            if (store.commit() < 0) {
                // somebody within H2 was faster, who may have failed; nothing happens when he has not
                store.commit();
            }
        } catch (MVStoreException e) {
            throw new StorageUnavailable("The database's file cannot be written", e);
        } finally {
            saving = Optional.empty();
            gate.open();
        }
        if (store.isClosed()) {
            throw new StorageUnavailable("The database's file was closed before it was written", null);
        }
    }

    /**
     * Lets those go who turn in circles. A store counts who uses a version. When it closes itself and ends a transaction for its owner, that is counted
     * out twice, and whoever begins a statement next, even to roll back, turns in circles until the count is above zero again: for ever, with a
     * processor to himself. After this they are told that the database is closed.
     */
    void letGo() {
        try {
            Object users = field(MVStore.class, "currentTxCounter").get(store);
            field(users.getClass(), "counter").setInt(users, ENOUGH);
        } catch (ReflectiveOperationException e) {
            LOG.error("This H2 hides who uses its store: requests that ran when it closed itself may hang", e);
        }
    }

    /**
     * Closes the file where a closed store holds it still. Who reads while a store closes itself finds the file closed; H2's {@code retry:} layer takes
     * that for the doing of an interrupt and opens and locks the file once more, and H2 does not know.
     */
    void release() {
        if (!store.isClosed()) {
            return;
        }
        try {
            Object channel = field(SingleFileStore.class, "fileChannel").get(store.getFileStore());
            Method close = channel.getClass().getMethod("implCloseChannel");
            close.setAccessible(true);
            close.invoke(channel);
        } catch (ReflectiveOperationException e) {
            LOG.error(
                    "The database's file is open still for somebody who read when it closed itself, and may stay locked until the hall is restarted",
                    e);
        }
    }

    private static Field field(Class<?> of, String name) throws NoSuchFieldException {
        Field field = of.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
