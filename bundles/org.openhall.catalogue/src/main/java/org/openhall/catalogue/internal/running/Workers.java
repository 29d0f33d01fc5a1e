package org.openhall.catalogue.internal.running;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that the code of one version runs on. Nothing queues: without a free thread a call is refused. They stand in a group of
 * their own, so that threads which item code starts are known to be its.
 */
final class Workers {

    private final ThreadGroup group;
    private final Watch watch;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Set<Thread> own = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;

    /**
     * Threads for one version.
     *
     * @param name of the version, for thread dumps
     * @param most of them
     * @param idle how long one waits for work before it ends
     * @param watch looks how much memory calls take
     */
    Workers(String name, int most, Duration idle, Watch watch) {
        this.group = lasting(name);
        this.watch = watch;
        this.threads = new ThreadPoolExecutor(
                0, most, idle.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), this::thread);
    }

    /**
     * Begins a call.
     *
     * @param gate of the version
     * @param name of the rule or step
     * @param work into the version's code
     * @param afterwards run when the code returned, however late; also when it was never called
     * @param limits of this call
     * @return empty when the gate or the threads let nobody in
     */
    <T> Optional<Call<T>> begin(Gate gate, String name, Callable<T> work, Runnable afterwards, Limits limits) {
        if (!gate.enter(limits.patience())) {
            gate.failed("'" + name + "' was not called: the breaker is open or its share of threads is taken");
            afterwards.run();
            return Optional.empty();
        }
        Call<T> call = new Call<>(gate, name, work, afterwards, watch, limits);
        try {
            threads.execute(call);
            return Optional.of(call);
        } catch (RejectedExecutionException e) {
            gate.leave();
            afterwards.run();
            return Optional.empty();
        }
    }

    /**
     * What one call may take.
     *
     * @param patience until it has to have a permit
     * @param time from then on, until it is given up
     * @param bytes that it may allocate
     */
    record Limits(Duration patience, Duration time, long bytes) {

        /** Waiting for others takes time, computing takes a processor from everybody: of its time a call may compute only this. */
        Duration computing() {
            return time.dividedBy(5);
        }
    }

    /** Threads that the version's code started and that still run. */
    List<Thread> strangers() {
        Thread[] found = new Thread[group.activeCount() + 16];
        int count = group.enumerate(found, true);
        return Arrays.stream(found, 0, count)
                .filter(thread -> !own.contains(thread))
                .toList();
    }

    /** Lets the threads go as soon as they are idle: what item code left in their thread locals goes with them. */
    void close() {
        threads.shutdown();
        strangers().forEach(Thread::interrupt);
    }

    /**
     * A group is a daemon, ended for good once it has no thread left, when the group of the thread that makes it is one: so are those of the
     * deployment folder.
     */
    @SuppressWarnings("removal")
    private static ThreadGroup lasting(String name) {
        var group = new ThreadGroup(name);
        group.setDaemon(false);
        return group;
    }

    private Thread thread(Runnable work) {
        Runnable counted = () -> {
            try {
                work.run();
            } finally {
                own.remove(Thread.currentThread());
            }
        };
        Thread thread = new Thread(group, counted, group.getName() + "-" + numbers.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(Workers.class.getClassLoader());
        own.add(thread);
        return thread;
    }
}
