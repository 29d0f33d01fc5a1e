package org.openhall.storage.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is bound to a thread while its transaction is open. */
final class OpenTransaction {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration WITHOUT = Duration.ofDays(36_500);

    final Handle handle;
    final boolean readsOnly;
    final List<Runnable> afterCommit = new ArrayList<>();
    private final Duration limit;
    private final boolean one;
    private final long began = System.nanoTime();
    private Optional<Throwable> spoiled = Optional.empty();
    private boolean begun;

    OpenTransaction(Handle handle, boolean readsOnly) {
        this(handle, readsOnly, LIMIT, false);
    }

    private OpenTransaction(Handle handle, boolean readsOnly, Duration limit, boolean one) {
        this.handle = handle;
        this.readsOnly = readsOnly;
        this.limit = limit;
        this.one = one;
    }

    /** One of a single statement, whose reads need no snapshot that outlives it. */
    static OpenTransaction ofOneStatement(Handle handle) {
        return new OpenTransaction(handle, true, LIMIT, true);
    }

    /** One that reads for as long as it takes. */
    static OpenTransaction ofBackup(Handle handle) {
        return new OpenTransaction(handle, true, WITHOUT, false);
    }

    /** Somebody is about to send a statement. */
    void beginStatement() {
        if (one && begun) {
            throw new IllegalStateException("Transactions.glance is for one statement; several need Transactions.read");
        }
        begun = true;
    }

    /** Work that joined has failed: whoever catches that must not commit half of it. */
    void spoil(Throwable why) {
        spoiled = Optional.of(why);
    }

    /** Why it must not be committed. */
    Optional<Throwable> spoiled() {
        return spoiled;
    }

    boolean tooOld() {
        return System.nanoTime() - began > limit.toNanos();
    }
}
