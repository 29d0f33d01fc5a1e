package org.openhall.storage.internal;

import java.lang.Thread.State;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stands between those who change an H2 database and who writes its file. H2 takes one map after the other for what it writes: rows, each index, what
 * would undo a transaction. What is changed meanwhile is in the file by half, and after a crash a transaction is there by half, or keeps a row
 * locked for ever. Therefore H2 takes them while nobody is in a statement, a commit or a rollback.
 */
final class H2Gate {

    /** How long those who are within may keep the gate shut for the others, in nanoseconds. */
    private static final long LONGEST = 250_000_000;

    /** How long to look away between two looks at those who are within, in nanoseconds. */
    private static final long MOMENT = 20_000;

    private final Set<Thread> within = ConcurrentHashMap.newKeySet();
    private final ReentrantLock keeper = new ReentrantLock();
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition opened = turn.newCondition();
    private volatile boolean shut;

    /** This thread changes something from now on; waits while the gate is shut. */
    void enter() {
        Thread me = Thread.currentThread();
        within.add(me);
        while (shut) {
            within.remove(me);
            awaitOpen();
            within.add(me);
        }
    }

    /** This thread changes nothing any more; whoever did not enter may leave. */
    void leave() {
        within.remove(Thread.currentThread());
    }

    /** Lets nobody in until {@link #open}; returns when nobody within is at work, or when somebody has been for a quarter of a second. */
    void shut() {
        keeper.lock();
        shut = true;
        long until = System.nanoTime() + LONGEST;
        while (atWork() && System.nanoTime() < until) {
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

    /** Who waits for a row waits for somebody who has to come through the gate before he lets it go. */
    private boolean atWork() {
        return within.stream().map(Thread::getState).anyMatch(H2Gate::works);
    }

    private static boolean works(State state) {
        return state != State.WAITING && state != State.TIMED_WAITING && state != State.TERMINATED;
    }
}
