package org.openhall.bench.hall;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Pause;
import org.openhall.bench.load.Request;
import org.openhall.bench.load.Wire;
import org.openhall.distribution.Hall;

/** Asks twenty times a second whether every part of the hall serves; each other answer is a failure. */
public final class ReadyWatch implements AutoCloseable {

    private static final Request READY = Request.get("/ready");
    private static final long MILLIS = 50;

    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicLong asked = new AtomicLong();
    private final Thread thread;

    public ReadyWatch(Hall hall, Failures failures) {
        thread = new Thread(() -> watch(hall, failures), "ready");
        thread.setDaemon(true);
        thread.start();
    }

    /** How often it was ready. */
    public long asked() {
        return asked.get();
    }

    @Override
    public void close() {
        ended.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(Hall hall, Failures failures) {
        try (var wire = new Wire(hall.address())) {
            while (!ended.get()) {
                if (failures.expect(200, READY, wire.send(READY))) {
                    asked.incrementAndGet();
                }
                Pause.millis(MILLIS);
            }
        } catch (IOException e) {
            failures.add("connection", "GET /ready: " + e);
        }
    }
}
