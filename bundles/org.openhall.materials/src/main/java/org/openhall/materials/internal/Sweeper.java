package org.openhall.materials.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openhall.api.storage.Transactions;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps one folder a minute, so the whole directory in a little more than four hours, and tries whether it can be written. */
@Component(service = Sweeper.class, immediate = true)
public final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private static final int TRY_SECONDS = 2;

    private final ScheduledExecutorService worker;
    private final Sweep sweep;
    private final MaterialsDirectory directory;

    /**
     * Starts the worker.
     *
     * @param transactions of the hall
     * @param database of the hall
     * @param directory where the bytes lie
     * @param clock of the hall
     */
    @Activate
    public Sweeper(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference MaterialsDirectory directory,
            @Reference Clock clock) {
        this.directory = directory;
        this.sweep = new Sweep(transactions, database, directory.store(), clock);
        this.worker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "materials-sweep");
            thread.setDaemon(true);
            return thread;
        });
        worker.scheduleWithFixedDelay(this::step, 1, 1, TimeUnit.MINUTES);
        worker.scheduleWithFixedDelay(this::tryAgain, TRY_SECONDS, TRY_SECONDS, TimeUnit.SECONDS);
    }

    /** Stops after the folder at hand; not by interrupting it, which would close the file of an embedded database. */
    @Deactivate
    public void stop() {
        worker.shutdown();
    }

    /** Once it could not be written, it is tried more often, so that the hall opens soon after somebody has mended it. */
    private void tryAgain() {
        if (!directory.ready()) {
            directory.probe();
        }
    }

    void step() {
        try {
            directory.probe();
            // a backup that copies the bytes goes first
            if (directory.sweeping().tryAcquire()) {
                try {
                    sweep.step();
                } finally {
                    directory.sweeping().release();
                }
            }
        } catch (IOException | RuntimeException failed) {
            // The next minute tries the next folder; this one comes again.
            LOG.warn("The sweep of the materials stopped halfway", failed);
        }
    }
}
