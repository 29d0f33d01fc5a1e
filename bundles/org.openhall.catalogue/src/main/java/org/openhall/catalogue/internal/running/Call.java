package org.openhall.catalogue.internal.running;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One call into item code, for which its caller waits only so long. Permit and lease are given back when the code really returns.
 *
 * @param <T> what it answers
 */
final class Call<T> implements Runnable {

    private final Gate gate;
    private final Callable<T> work;
    private final Runnable afterwards;
    private final long until;
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    private Thread thread;
    private boolean ended;
    private boolean abandoned;

    Call(Gate gate, Callable<T> work, Runnable afterwards, Duration patience) {
        this.gate = gate;
        this.work = work;
        this.afterwards = afterwards;
        this.until = System.nanoTime() + patience.toNanos();
    }

    @Override
    public void run() {
        began(Thread.currentThread());
        try {
            answer.complete(work.call());
        } catch (Throwable e) { // whatever item code throws, an Error too, is its own affair
            answer.completeExceptionally(e);
        } finally {
            ended();
            // item code may have left its own here, which would keep its classes
            Thread.currentThread().setContextClassLoader(Call.class.getClassLoader());
            gate.leave();
            afterwards.run();
        }
    }

    /** The answer; what the code threw comes as the cause. */
    T await() throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | InterruptedException e) {
            abandon();
            throw e;
        }
    }

    private synchronized void began(Thread worker) {
        thread = worker;
        if (abandoned) {
            worker.interrupt();
        }
    }

    private synchronized void ended() {
        ended = true;
        thread = null;
        Thread.interrupted();
        if (abandoned) {
            gate.cameBack();
        }
    }

    private synchronized void abandon() {
        if (!ended && !abandoned) {
            abandoned = true;
            gate.lost();
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
