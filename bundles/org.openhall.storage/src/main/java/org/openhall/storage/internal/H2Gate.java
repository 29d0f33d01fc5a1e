package org.openhall.storage.internal;

import java.lang.Thread.State;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Stands between those who change an H2 database and who writes its file. H2 takes one map after the other for what it writes: rows, each index, what
 * would undo a transaction. What is changed meanwhile is in the file by half, and after a crash a transaction is there by half, or keeps a row
 * locked for ever. Therefore H2 takes them while nobody is in a statement, a commit or a rollback.
 */
final class H2Gate {

    /** How long somebody within is waited for, in nanoseconds from when he came in. */
    private static final long LONGEST = 250_000_000;

    /** How long to look away between two looks at those who are within, in nanoseconds. */
    private static final long MOMENT = 20_000;

    /** Where H2 waits for the end of the transaction that has locked a row. */
    private static final String WAITING_FOR_A_ROW = "waitForThisToEnd";

    /** Who, and since when. */
    private final Map<Thread, Long> within = new ConcurrentHashMap<>();

    private final ReentrantLock keeper = new ReentrantLock();
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition opened = turn.newCondition();
    private volatile boolean shut;

    /** This thread changes something from now on; waits while the gate is shut. */
    void enter() {
        Thread me = Thread.currentThread();
        within.put(me, System.nanoTime());
        while (shut) {
            within.remove(me);
            awaitOpen();
            within.put(me, System.nanoTime());
        }
    }

    /** This thread changes nothing any more; whoever did not enter may leave. */
    void leave() {
        within.remove(Thread.currentThread());
    }

    /** Lets nobody in until {@link #open}; returns when nobody within is at work, but for who has been for longer than a quarter of a second. */
    void shut() {
        keeper.lock();
        shut = true;
        // looked at twice: who waited when the first look came to him may have been woken by somebody who had left when
        // it came to that one
        while (atWork() || atWork()) {
            LockSupport.parkNanos(MOMENT);
        }
    }

    /** Lets everybody in again; nothing happens when another thread has shut it, or none. */
    void open() {
        if (!keeper.isHeldByCurrentThread()) {
            return;
        }
        turn.lock();
        try {
            shut = false;
            opened.signalAll();
        } finally {
            turn.unlock();
            keeper.unlock();
        }
    }

    private void awaitOpen() {
        turn.lock();
        try {
            while (shut) {
                opened.awaitUninterruptibly();
            }
        } finally {
            turn.unlock();
        }
    }

    private boolean atWork() {
        long now = System.nanoTime();
        return within.entrySet().stream()
                .anyMatch(one -> now - one.getValue() < LONGEST && !waitsForARow(one.getKey()));
    }

    /** Who has locked it has to come through the gate before he lets it go. */
    private static boolean waitsForARow(Thread thread) {
        State state = thread.getState();
        return (state == State.WAITING || state == State.TIMED_WAITING)
                && Stream.of(thread.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals(WAITING_FOR_A_ROW));
    }
}
