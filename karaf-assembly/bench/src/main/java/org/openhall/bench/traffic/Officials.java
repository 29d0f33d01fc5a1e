package org.openhall.bench.traffic;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.openhall.bench.hall.Person;
import org.openhall.bench.item.ItemVersion;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Reply;
import org.openhall.bench.load.Request;
import org.openhall.bench.load.Wire;

/** Those who decide: list, accept, read, approve. Each case must still be on the line it was filed on, checked by the code of that line. */
final class Officials {

    private static final String CASES = "/api/v1/desk/cases";

    private final Person intake;
    private final Person approver;
    private final Ledger ledger;
    private final Failures failures;
    private final Pool<Filed> filed;

    private final Pool<Filed> accepted;
    private final Pool<Filed> read = new Pool<>(0);
    private final AtomicLong decided = new AtomicLong();

    Officials(Person intake, Person approver, Ledger ledger, Failures failures, int kept, Pool<Filed> filed) {
        this.intake = intake;
        this.approver = approver;
        this.ledger = ledger;
        this.failures = failures;
        this.filed = filed;
        this.accepted = new Pool<>(kept);
    }

    boolean list(Wire wire) throws IOException {
        Request request = Request.get(CASES + "?stage=intake&limit=20", intake.token());
        failures.expect(200, request, wire.send(request));
        return true;
    }

    boolean accept(Wire wire) throws IOException {
        Optional<Filed> one = filed.take();
        if (one.isPresent() && act(wire, one.get(), "accept", intake)) {
            accepted.add(one.get());
        }
        return one.isPresent();
    }

    /** Reads the whole case. */
    boolean read(Wire wire) throws IOException {
        Optional<Filed> taken = accepted.take();
        if (taken.isEmpty()) {
            return false;
        }
        Filed one = taken.get();
        Request request = Request.get(CASES + "/" + one.number(), approver.token());
        Reply reply = wire.send(request);
        if (failures.expect(200, request, reply)) {
            judge(one, request, reply);
        }
        read.add(one);
        return true;
    }

    boolean approve(Wire wire) throws IOException {
        Optional<Filed> one = read.take();
        if (one.isPresent() && act(wire, one.get(), "approve", approver)) {
            decided.incrementAndGet();
        }
        return one.isPresent();
    }

    private boolean act(Wire wire, Filed one, String action, Person by) throws IOException {
        Request request = Request.post(CASES + "/" + one.number() + "/" + action, by.token(), "{}");
        return failures.expect(200, request, wire.send(request));
    }

    /** Head and events show the line it was filed on; the rule that spoke is one that served the line at that moment. */
    private void judge(Filed one, Request request, Reply reply) {
        Windows line = ledger.line(one.line());
        for (String version : reply.fields("version")) {
            if (!ItemVersion.parse(version).line().equals(one.line()) || !line.ever(version)) {
                failures.add("wrong version", request + " filed on " + one.line() + " shows " + version);
            }
        }
        String checkedBy = reply.between("[[", "]]");
        if (checkedBy.isEmpty()) {
            failures.add("not checked", request + " has no finding: " + reply.body());
        } else if (!line.may(checkedBy, one.sent(), one.completed())) {
            failures.add("wrong version", request + " was checked by " + checkedBy + " instead of " + line);
        }
    }

    /** From now on nothing stays behind. */
    void close() {
        filed.empty();
        accepted.empty();
    }

    boolean done() {
        return filed.isEmpty() && accepted.isEmpty() && read.isEmpty();
    }

    long decided() {
        return decided.get();
    }
}
