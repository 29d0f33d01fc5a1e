package org.openhall.storage.internal;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every second brings what was written into an H2 file to the disk, and moves together what lives in it, so that the space in between is used again.
 * A power cut takes no more than what came after the last sync; when the disk writes in another order than it was told, H2 may not find the file whole.
 */
final class H2Upkeep implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(H2Upkeep.class);

    /** How often, in nanoseconds. */
    private static final long PAUSE = 1_000_000_000;

    /** How long nothing is moved after that has failed, in nanoseconds: it closes the file, and would again. */
    private static final long REST = 600_000_000_000L;

    /** How much of what may be moved should be in use, in percent. */
    private static final int IN_USE = 60;

    private static final String FILL = "info.CHUNKS_FILL_RATE_RW";

    /** Bytes that are moved in one go, while those who write wait. */
    private static final int MOVED = 4 << 20;

    /** Bytes that must be free: what is moved needs room before its old place is given back. */
    private static final long ROOM = 64L << 20;

    private final MVStore store;
    private final H2Gate gate;
    private final Path file;
    private final AtomicLong from;
    private boolean told;

    private H2Upkeep(MVStore store, H2Gate gate, Path file, AtomicLong from) {
        this.store = store;
        this.gate = gate;
        this.file = file;
        this.from = from;
    }

    /**
     * Looks after an open file until it is closed.
     *
     * @param gate through which comes who changes something
     * @param file where it lies
     * @param from when things may be moved, in {@link System#nanoTime}; of the file, however often it is opened
     */
    static void of(MVStore store, H2Gate gate, Path file, AtomicLong from) {
        var thread = new Thread(new H2Upkeep(store, gate, file, from), "h2-upkeep");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        while (!store.isClosed()) {
            LockSupport.parkNanos(PAUSE);
            try {
                store.sync();
                if (System.nanoTime() - from.get() >= 0
                        && worn()
                        && file.toFile().getUsableSpace() > ROOM) {
                    move();
                }
            } catch (RuntimeException e) {
                tell(e);
            }
        }
    }

    private void move() {
        try {
            gate.shut();
            store.compact(IN_USE, MOVED);
        } catch (RuntimeException e) {
            from.set(System.nanoTime() + REST);
            throw e;
        } finally {
            gate.open();
        }
    }

    /** H2 would count what was written just now and is obsolete already, too. */
    private boolean worn() {
        var fill = new AtomicLong(100);
        store.populateInfo((name, value) -> {
            if (FILL.equals(name)) {
                fill.set(Long.parseLong(value));
            }
        });
        return fill.get() < IN_USE;
    }

    private void tell(RuntimeException e) {
        boolean closed = e instanceof MVStoreException h2 && h2.getErrorCode() == DataUtils.ERROR_CLOSED;
        if (!closed && !told) {
            told = true;
            LOG.error("The database's file could not be synced, or what lies in it not be moved together", e);
        } else {
            LOG.debug("The database's file is closed, or has the same trouble as before", e);
        }
    }
}
