package org.openhall.catalogue.internal.running;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A bounded number of threads that item code runs on. Nothing queues: without a free thread a call is refused. */
final class Workers implements AutoCloseable {

    private final String name;
    private final int most;
    private final AtomicInteger numbers = new AtomicInteger();
    private ThreadPoolExecutor threads;

    Workers(String name, int most) {
        this.name = name;
        this.most = most;
        this.threads = threads();
    }

    /**
     * Begins a call.
     *
     * @param gate of the version
     * @param work into the version's code
     * @param afterwards run when the code returned, however late; also when it was never called
     * @param patience from now
     * @return empty when the gate or the threads let nobody in
     */
    <T> Optional<Call<T>> begin(Gate gate, Callable<T> work, Runnable afterwards, Duration patience) {
        Call<T> call = new Call<>(gate, work, afterwards, patience);
        if (!gate.enter(patience)) {
            afterwards.run();
            return Optional.empty();
        }
        try {
            execute(call);
            return Optional.of(call);
        } catch (RejectedExecutionException e) {
            gate.leave();
            afterwards.run();
            return Optional.empty();
        }
    }

    /** Lets go of all threads as soon as they are idle: what item code left in their thread locals goes with them. */
    synchronized void renew() {
        threads.shutdown();
        threads = threads();
    }

    @Override
    public synchronized void close() {
        threads.shutdownNow();
    }

    /** Never on threads that were let go of a moment ago. */
    private synchronized void execute(Runnable call) {
        threads.execute(call);
    }

    private ThreadPoolExecutor threads() {
        return new ThreadPoolExecutor(0, most, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, name + "-" + numbers.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(Workers.class.getClassLoader());
        return thread;
    }
}
