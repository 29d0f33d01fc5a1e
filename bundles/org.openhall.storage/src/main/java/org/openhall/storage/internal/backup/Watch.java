package org.openhall.storage.internal.backup;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.openhall.api.storage.Backups.Progress;

/** Counts what went by, tells it every few seconds, and stops the work when the hall stops. */
final class Watch {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Consumer<Progress> told;
    private final BooleanSupplier stopping;
    private final long began = System.nanoTime();
    private long toldAt = began;
    private long rows;
    private long files;
    private long bytes;

    Watch(Consumer<Progress> told, BooleanSupplier stopping) {
        this.told = told;
        this.stopping = stopping;
    }

    void row() {
        rows++;
        step();
    }

    /** Rows are told by their compressed bytes. */
    void bytes(long size) {
        bytes += size;
        step();
    }

    void file(long size) {
        files++;
        bytes(size);
    }

    long rows() {
        return rows;
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void step() {
        if (stopping.getAsBoolean()) {
            throw new Stopped();
        }
        long now = System.nanoTime();
        if (now - toldAt >= PAUSE.toNanos()) {
            toldAt = now;
            told.accept(new Progress(rows, files, bytes));
        }
    }

    /** The hall was told to stop. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
