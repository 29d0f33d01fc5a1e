package org.openhall.bench.traffic;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What waits for its next request, oldest first. Some always stay behind, so that there is work of every age and much of it outlives an
 * exchange.
 */
final class Pool<T> {

    private final ConcurrentLinkedQueue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private volatile int kept;

    Pool(int kept) {
        this.kept = kept;
    }

    void add(T one) {
        waiting.add(one);
        size.incrementAndGet();
    }

    Optional<T> take() {
        if (size.get() <= kept) {
            return Optional.empty();
        }
        Optional<T> taken = Optional.ofNullable(waiting.poll());
        taken.ifPresent(any -> size.decrementAndGet());
        return taken;
    }

    /** From now on nothing stays behind. */
    void empty() {
        kept = 0;
    }

    boolean isEmpty() {
        return size.get() == 0;
    }
}
