package org.openhall.storage.internal.outbox;

import org.openhall.api.storage.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one consumer: woken after commits of this process, else looking twice a second. */
final class OutboxWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
    private static final long LOOK = 500;
    private static final long AFTER_TROUBLE = 2_000;

    private final String consumer;
    private final Courier courier;
    private final Bell bell;
    private final Thread thread;
    private volatile boolean closed;

    OutboxWorker(String consumer, Courier courier, Bell bell) {
        this.consumer = consumer;
        this.courier = courier;
        this.bell = bell;
        thread = new Thread(this::loop, "outbox-" + consumer);
        thread.setDaemon(true);
        thread.start();
    }

    private void loop() {
        try {
            while (!closed) {
                bell.await(consumer, work());
            }
            courier.rest();
        } catch (InterruptedException e) {
            LOG.info("The work of {} was interrupted; what was under way comes again", consumer);
        } catch (StorageUnavailable e) {
            LOG.debug("The lease of {} runs out by itself", consumer, e);
        }
    }

    /** Works and says how long to wait, in milliseconds. */
    private long work() {
        try {
            return courier.carry() > 0 ? 0 : LOOK;
        } catch (StorageUnavailable e) {
            LOG.warn("The outbox of {} waits for the database: {}", consumer, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The outbox of {} is in trouble", consumer, e);
        }
        return AFTER_TROUBLE;
    }

    /** Lets the delivery under way end, for a few seconds. */
    @Override
    public void close() {
        closed = true;
        bell.ring(consumer);
        try {
            thread.join(5_000);
            thread.interrupt();
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
