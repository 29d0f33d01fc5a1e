package org.openhall.bench.crash;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Pause;
import org.openhall.bench.load.Reply;
import org.openhall.bench.load.Request;
import org.openhall.bench.load.Wire;

/**
 * Several people who file and act, each on a connection of its own, until the hall is gone or they are told to stop. Whoever gets 503 sends the
 * same request again after a while; any other unexpected answer is a failure.
 */
final class Crowd {

    private static final int AGAIN_MILLIS = 100;

    /** Longer than a hall takes to come back. */
    private static final long LONGEST_AWAY = 120_000_000_000L;

    private final URI hall;
    private final Staff staff;
    private final AtomicLong seeds;
    private final Failures failures;
    private final ConcurrentLinkedQueue<Paper> papers = new ConcurrentLinkedQueue<>();
    private final Map<Paper.Step, Long> acknowledged = new TreeMap<>();
    private final Map<Paper.Step, Long> refused = new TreeMap<>();
    private final LongAccumulator longest = new LongAccumulator(Long::max, 0);
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean stopped;
    private volatile String broken = "";

    private Crowd(URI hall, Staff staff, AtomicLong seeds, Failures failures) {
        this.hall = hall;
        this.staff = staff;
        this.seeds = seeds;
        this.failures = failures;
    }

    /**
     * Begins.
     *
     * @param seeds where the next paper gets its seed from
     */
    static Crowd start(URI hall, int size, Staff staff, AtomicLong seeds, Failures failures) {
        var crowd = new Crowd(hall, staff, seeds, failures);
        for (int i = 0; i < size; i++) {
            Thread person = new Thread(crowd::work, "person-" + i);
            person.setDaemon(true);
            crowd.people.add(person);
        }
        crowd.people.forEach(Thread::start);
        return crowd;
    }

    /** Asks once more for what was under way, with the same keys; then everything that was asked for is acknowledged. */
    static void repeat(URI hall, List<Paper> papers, Failures failures) {
        var again = new Crowd(hall, null, new AtomicLong(), failures);
        try (var wire = new Wire(hall)) {
            for (Paper paper : papers) {
                if (paper.underWay()) {
                    again.once(paper, wire);
                }
            }
        } catch (IOException e) {
            failures.add("connection", "after the restart: " + e);
        }
    }

    private void work() {
        try (var wire = new Wire(hall)) {
            while (!stopped) {
                var paper = new Paper(seeds.getAndIncrement(), staff);
                papers.add(paper);
                while (!stopped && !paper.done() && once(paper, wire)) {
                    Thread.onSpinWait();
                }
            }
        } catch (IOException e) {
            // what was under way stays so; for the others the hall is gone too
            broken = e.toString();
            stopped = true;
        }
    }

    /** False when there is no use in going on with this paper. */
    private boolean once(Paper paper, Wire wire) throws IOException {
        Request request = paper.next();
        Reply reply = send(request, wire);
        long until = System.nanoTime() + LONGEST_AWAY;
        while (reply.status() == 503 && !stopped) {
            if (System.nanoTime() > until) {
                failures.add("not back", "two minutes of 503: " + reply);
                return false;
            }
            count(refused, paper);
            Pause.millis(AGAIN_MILLIS);
            reply = send(request, wire);
        }
        if (reply.status() == 503 || !failures.expect(paper.expected(), request, reply)) {
            return false;
        }
        count(acknowledged, paper);
        paper.acknowledge(reply);
        return true;
    }

    private Reply send(Request request, Wire wire) throws IOException {
        Reply reply = wire.send(request);
        longest.accumulate((reply.completed() - reply.sent()) / 1_000_000);
        return reply;
    }

    private static void count(Map<Paper.Step, Long> counts, Paper paper) {
        synchronized (counts) {
            counts.merge(paper.step(), 1L, Long::sum);
        }
    }

    /** Nobody begins anything new; returns when everybody has stopped. */
    void stop() {
        stopped = true;
        awaitEnd();
    }

    /** Returns when everybody has noticed that the hall is gone. */
    void awaitEnd() {
        for (Thread person : people) {
            try {
                person.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** How many answers of a step were read so far. */
    long acknowledged(Paper.Step step) {
        synchronized (acknowledged) {
            return acknowledged.getOrDefault(step, 0L);
        }
    }

    /** How long the slowest answer took, in milliseconds. */
    long longest() {
        return longest.get();
    }

    /** How a connection broke; empty when none did. */
    String broken() {
        return broken;
    }

    /** How many requests of which step got 503 so far. */
    Map<Paper.Step, Long> refused() {
        synchronized (refused) {
            return new TreeMap<>(refused);
        }
    }

    /** All papers begun; read it after the end. */
    List<Paper> papers() {
        return List.copyOf(papers);
    }
}
