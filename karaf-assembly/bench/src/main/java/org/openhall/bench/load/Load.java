package org.openhall.bench.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Clients that take turns. In a closed loop everybody goes on as soon as he is answered, which shows the most the hall can do; in an open
 * loop turns are due at fixed times whatever the hall does, and what it makes wait counts from the time that was due.
 */
public final class Load {

    /** Nothing is due: go on at once. */
    private static final long CLOSED = 0;

    private final URI hall;
    private final IntFunction<? extends Turn> turns;
    private final Failures failures;
    private final long interval;

    private final AtomicLong next = new AtomicLong();
    private final AtomicLong lastAnswer = new AtomicLong();
    private final LongAccumulator silence = new LongAccumulator(Long::max, 0);
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> clients = new ArrayList<>();
    private final Latencies latencies = new Latencies();

    private long began;

    private Load(URI hall, IntFunction<? extends Turn> turns, Failures failures, long interval) {
        this.hall = hall;
        this.turns = turns;
        this.failures = failures;
        this.interval = interval;
    }

    /** Everybody as fast as he can. */
    public static Load closed(URI hall, Turn turn, Failures failures) {
        return closedEach(hall, client -> turn, failures);
    }

    /** The same where each client, from 0, has turns of his own. */
    public static Load closedEach(URI hall, IntFunction<? extends Turn> turns, Failures failures) {
        return new Load(hall, turns, failures, CLOSED);
    }

    /** So many turns a second. */
    public static Load open(URI hall, Turn turn, Failures failures, double perSecond) {
        return openEach(hall, client -> turn, failures, perSecond);
    }

    /** The same where each client, from 0, has turns of his own. */
    public static Load openEach(URI hall, IntFunction<? extends Turn> turns, Failures failures, double perSecond) {
        return new Load(hall, turns, failures, Math.max(1, (long) (1e9 / perSecond)));
    }

    /** Begins with so many clients. In an open loop they bound how many requests are under way; more than are busy cost nothing. */
    public Load start(int count) {
        began = System.nanoTime();
        lastAnswer.set(began);
        for (int i = 0; i < count; i++) {
            Turn turn = turns.apply(i);
            Thread client = new Thread(() -> work(turn), "client-" + i);
            client.setDaemon(true);
            clients.add(client);
        }
        clients.forEach(Thread::start);
        return this;
    }

    /** Lets everybody finish his turn and adds up. */
    public Measured stop() {
        stopped.set(true);
        long ended = System.nanoTime();
        clients.forEach(LockSupport::unpark);
        for (Thread client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        silence.accumulate(Math.max(0, ended - lastAnswer.get()));
        return new Measured(Duration.ofNanos(ended - began), latencies, Duration.ofNanos(silence.get()));
    }

    /** Goes on for a while, then stops. */
    public Measured stopAfter(Duration time) {
        Pause.millis(time.toMillis());
        return stop();
    }

    private void work(Turn turn) {
        var own = new Latencies();
        try (var wire = new Wire(hall)) {
            while (true) {
                long number = next.getAndIncrement();
                long due = began + number * interval;
                if (interval != CLOSED) {
                    awaitTime(due);
                }
                if (stopped.get()) {
                    break;
                }
                once(turn, number, interval == CLOSED ? System.nanoTime() : due, wire, own);
            }
        } catch (IOException e) {
            failures.add("connection", "closing: " + e);
        }
        synchronized (latencies) {
            latencies.add(own);
        }
    }

    private void once(Turn turn, long number, long due, Wire wire, Latencies own) {
        String kind;
        try {
            kind = turn.take(number, wire);
        } catch (IOException e) {
            failures.add("connection", e.toString());
            kind = "failed";
        } catch (RuntimeException e) {
            failures.add("unreadable", e.toString());
            kind = "failed";
        }
        long now = System.nanoTime();
        own.record(kind, now - due);
        silence.accumulate(now - lastAnswer.getAndSet(now));
    }

    private void awaitTime(long due) {
        for (long left = due - System.nanoTime(); left > 0 && !stopped.get(); left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
