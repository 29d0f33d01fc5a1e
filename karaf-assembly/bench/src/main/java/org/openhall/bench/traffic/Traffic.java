package org.openhall.bench.traffic;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.openhall.bench.hall.Person;
import org.openhall.bench.item.Filled;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Pause;
import org.openhall.bench.load.Reply;
import org.openhall.bench.load.Request;
import org.openhall.bench.load.Turn;
import org.openhall.bench.load.Wire;
import org.openhall.distribution.Hall;

/** A day at the hall in rounds of ten requests: guides read, one application filed, officials acting. */
public final class Traffic implements Turn {

    /** So many drafts and cases stay behind at each step that most outlive an exchange. */
    public static final int STRADDLING = 30;

    private static final List<String> ROUND = List.of(
            "guide page", "open", "answer", "guide", "submit", "desk list", "accept", "guide page", "case", "approve");

    private final String item;
    private final Ledger ledger;
    private final Failures failures;
    private final Citizens citizens;
    private final Officials officials;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();

    private Traffic(String item, Ledger ledger, Failures failures, Citizens citizens, Officials officials) {
        this.item = item;
        this.ledger = ledger;
        this.failures = failures;
        this.citizens = citizens;
        this.officials = officials;
    }

    /**
     * The demo hall's own citizens and officials, signed in.
     *
     * @param kept how many wait at each step, such as {@link #STRADDLING}
     */
    public static Traffic of(Hall hall, String item, Ledger ledger, Failures failures, int kept) {
        var filed = new Pool<Filed>(kept);
        return new Traffic(
                item,
                ledger,
                failures,
                new Citizens(item, Person.citizens(hall), ledger, failures, kept, Filled::form, filed),
                new Officials(Person.of(hall, "wangmin"), Person.of(hall, "qianjun"), ledger, failures, kept, filed));
    }

    @Override
    public String take(long number, Wire wire) throws IOException {
        String due = ROUND.get((int) (number % ROUND.size()));
        if (due.equals("guide page")) {
            page(wire);
        } else if (!worked(due, wire)) {
            // a guide is due, or nothing waits for what is due; the load stays what it is
            guide(wire);
            return "guide";
        }
        return due;
    }

    private boolean worked(String due, Wire wire) throws IOException {
        begun.incrementAndGet();
        try {
            return switch (due) {
                case "open" -> citizens.open(wire);
                case "answer" -> citizens.answer(wire);
                case "submit" -> citizens.submit(wire);
                case "desk list" -> officials.list(wire);
                case "accept" -> officials.accept(wire);
                case "case" -> officials.read(wire);
                case "approve" -> officials.approve(wire);
                default -> false;
            };
        } finally {
            ended.incrementAndGet();
        }
    }

    private void guide(Wire wire) throws IOException {
        Request request = Request.get("/api/v1/items/" + item);
        Reply reply = wire.send(request);
        if (failures.expect(200, request, reply)) {
            reply.fields("version").forEach(version -> shown(version, request, reply));
        }
    }

    private void page(Wire wire) throws IOException {
        Request request = Request.get("/items/" + item);
        Reply reply = wire.send(request);
        if (failures.expect(200, request, reply)) {
            shown(reply.between("[[", "]]"), request, reply);
        }
    }

    private void shown(String version, Request request, Reply reply) {
        if (!ledger.taking().may(version, reply.sent(), reply.completed())) {
            failures.add("wrong version", request + " shows " + version + " instead of " + ledger.taking());
        }
    }

    /** Nobody begins anything new; returns when everything that was begun is decided, or the time is over. The load must be running. */
    public void finish(Duration patience) {
        citizens.close();
        officials.close();
        long until = System.nanoTime() + patience.toNanos();
        while (!quiet()) {
            if (System.nanoTime() > until) {
                failures.add("unfinished", "cases were still open after " + patience);
                return;
            }
            Pause.millis(20);
        }
    }

    /** Nothing waits, and nobody was at work while we looked. */
    private boolean quiet() {
        long before = ended.get();
        return citizens.done() && officials.done() && begun.get() == before;
    }

    public long submitted() {
        return citizens.submitted();
    }

    /** Drafts whose line took nothing any more and that were answered again on another. */
    public long moved() {
        return citizens.moved();
    }

    public long decided() {
        return officials.decided();
    }
}
