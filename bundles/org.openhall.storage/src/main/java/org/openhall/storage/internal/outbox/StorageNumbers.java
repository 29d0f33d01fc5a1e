package org.openhall.storage.internal.outbox;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openhall.api.metrics.Measure;
import org.openhall.api.metrics.Measured;
import org.openhall.api.storage.Transactions;
import org.openhall.storage.Database;
import org.openhall.storage.internal.OpenDatabase;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the database, its pools and the outbox tell about themselves; the outbox is looked at four times a minute, whoever asks how often. */
@Component(service = Measured.class)
public final class StorageNumbers implements Measured {

    private static final Logger LOG = LoggerFactory.getLogger(StorageNumbers.class);
    private static final long LOOK = 15;

    private final OpenDatabase open;
    private final OutboxWorkers workers;
    private final OutboxDepth depth;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "storage-numbers");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public StorageNumbers(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference OpenDatabase open,
            @Reference OutboxWorkers workers,
            @Reference Clock clock) {
        this.open = open;
        this.workers = workers;
        this.depth = new OutboxDepth(transactions, database, clock);
        timer.scheduleWithFixedDelay(this::look, 0, LOOK, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void look() {
        try {
            depth.look(workers.consumers());
        } catch (RuntimeException e) {
            // what keeps the database from answering is in the log already, from whoever needs it
            LOG.debug("How much waits in the outbox is counted later", e);
        }
    }

    @Override
    public List<Measure> measures() {
        return Stream.concat(open.measures().stream(), depth.measures().stream())
                .toList();
    }
}
