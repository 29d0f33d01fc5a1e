package org.openhall.api.storage;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Binds a database transaction to the calling thread. Tables of every bundle that are used inside join it; used outside they throw
 * {@link IllegalStateException}.
 *
 * <p>Inside there is no item code, no file, no mail and no HTTP. A transaction lives at most ten seconds. On a deadlock or serialisation
 * failure the work is run once more from the beginning, so it must be repeatable. When {@link #run} returns, a
 * killed process loses nothing of the change; on PostgreSQL neither does a power cut, on H2 that may take the last seconds.
 */
@ProviderType
public interface Transactions {

    /**
     * Runs work in one transaction: commits when it returns, rolls back when it throws. Called inside another transaction it joins it.
     *
     * @param <T> what the work gives
     * @param work what to do; repeatable
     * @return what the work gave
     * @throws StorageUnavailable when the database cannot be reached or no connection is free in time; nothing was changed, unless it went away
     *     just while it was told to commit
     */
    <T> T run(Supplier<T> work);

    /**
     * Runs work in one transaction, without a result.
     *
     * @param work what to do; repeatable
     */
    default void run(Runnable work) {
        run(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Runs reads on one connection and one snapshot of the data; changes are refused. Joins a transaction that is open.
     *
     * @param <T> what the reads give
     * @param reads what to read
     * @return what was read
     * @throws StorageUnavailable when the database cannot be reached or no connection is free in time
     */
    <T> T read(Supplier<T> reads);

    /**
     * Runs one statement that reads; it sees what is committed when it begins. Where a single one is enough, this is cheaper than {@link #read}: H2
     * takes note of every table for a snapshot. Joins a transaction that is open.
     *
     * @param <T> what it gives
     * @param statement what to read
     * @return what was read
     * @throws IllegalStateException when there is a second statement, or one that changes something, and no transaction was open
     * @throws StorageUnavailable when the database cannot be reached or no connection is free in time
     */
    <T> T glance(Supplier<T> statement);

    /**
     * Runs something after the open transaction has been committed, on the same thread; never when it is rolled back.
     *
     * @param action short; must not throw
     * @throws IllegalStateException when no transaction is open
     */
    void afterCommit(Runnable action);
}
