package org.openhall.storage.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What is bound to a thread while its transaction is open. */
final class OpenTransaction {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    final Handle handle;
    final boolean readsOnly;
    final List<Runnable> afterCommit = new ArrayList<>();
    private final long began = System.nanoTime();
    private boolean spoiled;

    OpenTransaction(Handle handle, boolean readsOnly) {
        this.handle = handle;
        this.readsOnly = readsOnly;
    }

    /** Work that joined has failed: whoever catches that must not commit half of it. */
    void spoil() {
        spoiled = true;
    }

    boolean spoiled() {
        return spoiled;
    }

    boolean tooOld() {
        return System.nanoTime() - began > LIMIT.toNanos();
    }
}
