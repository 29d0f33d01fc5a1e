package org.openhall.catalogue.internal.running;

import com.sun.management.ThreadMXBean;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openhall.api.log.Trail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call into item code: its caller waits only so long, it may compute for only a part of that and take only so much memory. Permit and lease are
 * given back when the code really returns.
 *
 * @param <T> what it answers
 */
final class Call<T> implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Call.class);

    /** How long a call that was interrupted may take to end, in nanoseconds. */
    private static final long TO_END = 200_000_000;

    private final Gate gate;
    private final String name;
    private final Callable<T> work;
    private final Runnable afterwards;
    private final Watch watch;
    private final long bytes;
    private final long computing;
    private final long until;
    private final Map<String, String> trail = Trail.copy();
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    private Optional<Throwable> failure = Optional.empty();
    private Thread thread;
    private long allocatedBefore;
    private long computedBefore;
    private boolean ended;
    private boolean abandoned;
    private long abandonedAt;
    private boolean stopped;
    private volatile boolean computedTooLong;

    Call(Gate gate, String name, Callable<T> work, Runnable afterwards, Watch watch, Workers.Limits limits) {
        this.gate = gate;
        this.name = name;
        this.work = work;
        this.afterwards = afterwards;
        this.watch = watch;
        this.bytes = limits.bytes();
        this.computing = limits.computing().toNanos();
        this.until = System.nanoTime() + limits.time().toNanos();
    }

    @Override
    public void run() {
        Optional<T> answered = Optional.empty();
        try {
            began(Thread.currentThread());
            Trail.take(trail);
            answered = Optional.ofNullable(work.call());
        } catch (Throwable e) { // whatever item code throws, an Error too, is its own affair
            failure = Optional.of(e);
        }
        boolean over = false;
        while (!over) {
            try {
                ended();
                over = true;
            } catch (ThreadDeath late) {
                LOG.debug("Stopped while it ended by itself");
            }
        }
        // item code may have left its own here, which would keep its classes
        Trail.clear();
        Thread.currentThread().setContextClassLoader(Call.class.getClassLoader());
        // told only now, so that whoever has the answer finds everything noted that belongs to it
        failure.ifPresent(answer::completeExceptionally);
        answer.complete(answered.orElse(null));
        gate.leave();
        afterwards.run();
    }

    /** The answer; what the code threw comes as the cause. */
    T await() throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            abandon("did not answer in time");
            throw e;
        } catch (ExecutionException e) {
            if (computedTooLong) {
                throw new TimeoutException("It computed for longer than a call may");
            }
            throw e;
        } catch (InterruptedException e) {
            abandon("was not waited for");
            throw e;
        }
    }

    /** Gives the call up when it took too much memory, or computed for too long. A thread that goes on taking memory or time is stopped by force. */
    synchronized void look(ThreadMXBean threads) {
        if (thread == null || ended || stopped) {
            return;
        }
        if (threads.getThreadAllocatedBytes(thread.getId()) - allocatedBefore > bytes) {
            // noted before it is told, as when a call ends by itself
            abandon("took more memory than a call may");
            gate.unbearable();
            answer.completeExceptionally(new OutOfMemoryError("A call may allocate " + bytes + " bytes"));
            stop();
        } else if (!abandoned && threads.getThreadCpuTime(thread.getId()) - computedBefore > mayCompute()) {
            computedTooLong = true;
            abandon("computed for longer than a call may");
            answer.completeExceptionally(new TimeoutException());
        } else if (abandoned && (System.nanoTime() - abandonedAt > TO_END || computedTooLong && !gate.bears())) {
            gate.unbearable();
            stop();
        }
    }

    /** Next to nothing once another call of the version had to be stopped: then it is the same accident. */
    private long mayCompute() {
        return gate.bears() ? computing : computing / 10;
    }

    private synchronized void began(Thread worker) {
        thread = worker;
        allocatedBefore = watch.allocated();
        computedBefore = watch.computed();
        watch.began(this);
        if (abandoned) {
            worker.interrupt();
        }
    }

    private synchronized void ended() {
        if (ended) {
            return;
        }
        ended = true;
        thread = null;
        watch.ended(this);
        Thread.interrupted();
        if (abandoned) {
            gate.cameBack();
            return;
        }
        failure.ifPresent(thrown -> gate.failed("'" + name + "' threw " + Sense.trace(thrown)));
        if (failure.filter(OutOfMemoryError.class::isInstance).isPresent()) {
            gate.unbearable();
        }
    }

    private synchronized void abandon(String why) {
        if (!ended && !abandoned) {
            abandoned = true;
            abandonedAt = System.nanoTime();
            gate.failed("'" + name + "' " + why);
            gate.lost();
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /**
     * The only way to take memory back from code that keeps it on its stack, and a processor from code that runs in circles. Its risk, a
     * lock let go of in the middle of something, is the item's while it runs its own code; the other choice is that the whole hall has none left.
     */
    @SuppressWarnings("deprecation")
    private synchronized void stop() {
        if (thread != null && !stopped) {
            stopped = true;
            try {
                thread.stop();
            } catch (UnsupportedOperationException e) {
                LOG.warn("'{}' does not end, and this Java cannot stop its thread", name);
            }
        }
    }
}
