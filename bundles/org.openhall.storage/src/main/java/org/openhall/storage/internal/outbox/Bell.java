package org.openhall.storage.internal.outbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;

/** Wakes the worker of a consumer in this process, so that it need not wait for its next look. */
@Component(service = Bell.class)
public final class Bell {

    private final Map<String, Semaphore> rung = new ConcurrentHashMap<>();

    void ring(String consumer) {
        semaphore(consumer).release();
    }

    /** Waits for a ring or the time; several rings count as one. */
    void await(String consumer, long milliseconds) throws InterruptedException {
        Semaphore semaphore = semaphore(consumer);
        if (semaphore.tryAcquire(milliseconds, TimeUnit.MILLISECONDS)) {
            semaphore.drainPermits();
        }
    }

    private Semaphore semaphore(String consumer) {
        return rung.computeIfAbsent(consumer, name -> new Semaphore(0));
    }
}
