package org.openhall.catalogue.internal.running;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Looks how much memory and computing the calls into item code take while they run, and stops those that take too much for the whole hall's good. */
final class Watch implements AutoCloseable {

    private static final long EVERY = 5_000_000;
    private static final long ASLEEP = 1_000_000_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Set<Call<?>> calls = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::look, "item-watch");
    private volatile boolean asleep;
    private volatile boolean closed;

    Watch() {
        thread.setDaemon(true);
        // between two looks a call can take more than the hall has
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    /** What the calling thread allocated since it began, in bytes. */
    long allocated() {
        return threads.getCurrentThreadAllocatedBytes();
    }

    /** How long the calling thread has computed since it began, in nanoseconds. */
    long computed() {
        return threads.getCurrentThreadCpuTime();
    }

    void began(Call<?> call) {
        calls.add(call);
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    void ended(Call<?> call) {
        calls.remove(call);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void look() {
        long last = System.nanoTime();
        while (!closed) {
            boolean idle = calls.isEmpty() && System.nanoTime() - last > ASLEEP;
            if (!calls.isEmpty()) {
                last = System.nanoTime();
                calls.forEach(call -> call.look(threads));
            }
            asleep = idle;
            // looked at once more after saying so: a call that began meanwhile did not know that it must wake
            if (idle && calls.isEmpty()) {
                LockSupport.park();
            } else {
                LockSupport.parkNanos(EVERY);
            }
            asleep = false;
        }
    }
}
