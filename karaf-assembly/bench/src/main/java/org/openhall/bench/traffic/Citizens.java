package org.openhall.bench.traffic;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.openhall.bench.hall.Person;
import org.openhall.bench.item.ItemVersion;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Reply;
import org.openhall.bench.load.Request;
import org.openhall.bench.load.Wire;

/** Those who apply: open, answer, file; and look at the page of what changed when their line takes nothing any more. */
final class Citizens {

    private static final String APPLICATIONS = "/api/v1/applications";

    private final String item;
    private final List<Person> people;
    private final Ledger ledger;
    private final Failures failures;
    private final Function<ItemVersion, String> answers;
    private final Pool<Filed> filed;

    private final Pool<Draft> opened;
    private final Pool<Draft> answered;
    private final Pool<Draft> superseded = new Pool<>(0);
    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong submitted = new AtomicLong();
    private final AtomicLong moved = new AtomicLong();
    private volatile boolean closing;

    private record Draft(String id, Person by, ItemVersion version) {

        String path() {
            return APPLICATIONS + "/" + id;
        }
    }

    Citizens(
            String item,
            List<Person> people,
            Ledger ledger,
            Failures failures,
            int kept,
            Function<ItemVersion, String> answers,
            Pool<Filed> filed) {
        this.item = item;
        this.people = people;
        this.ledger = ledger;
        this.failures = failures;
        this.answers = answers;
        this.filed = filed;
        this.opened = new Pool<>(kept);
        this.answered = new Pool<>(kept);
    }

    /** Opens a draft, or moves one that was overtaken. False when there is nothing to do. */
    boolean open(Wire wire) throws IOException {
        Optional<Draft> old = superseded.take();
        if (old.isEmpty() && closing) {
            return false;
        }
        Person by = old.map(Draft::by).orElseGet(() -> people.get((int) (turns.getAndIncrement() % people.size())));
        Request request = old.map(draft -> Request.post(draft.path() + "/move", by.token(), "{}"))
                .orElseGet(() -> Request.post(APPLICATIONS, by.token(), "{\"item\":\"" + item + "\"}"));
        Reply reply = wire.send(request);
        if (failures.expect(old.isPresent() ? 200 : 201, request, reply)) {
            String version = reply.field("version");
            if (ledger.taking().may(version, reply.sent(), reply.completed())) {
                opened.add(new Draft(reply.field("id"), by, ItemVersion.parse(version)));
                old.ifPresent(any -> moved.incrementAndGet());
            } else {
                failures.add("wrong version", request + " on " + version + " instead of " + ledger.taking());
            }
        }
        return true;
    }

    /** Answers all questions of the line the draft was opened on. */
    boolean answer(Wire wire) throws IOException {
        Optional<Draft> draft = opened.take();
        if (draft.isEmpty()) {
            return false;
        }
        Request request = Request.put(
                draft.get().path() + "/answers",
                draft.get().by().token(),
                answers.apply(draft.get().version()));
        Reply reply = wire.send(request);
        if (failures.expect(200, request, reply)) {
            if (reply.body().contains("\"problems\":[]")) {
                answered.add(draft.get());
            } else {
                failures.add("wrong version", request + " by the form of another line: " + reply.body());
            }
        }
        return true;
    }

    /** Files. */
    boolean submit(Wire wire) throws IOException {
        Optional<Draft> taken = answered.take();
        if (taken.isEmpty()) {
            return false;
        }
        Draft draft = taken.get();
        Request request = Request.post(draft.path() + "/submit", draft.by().token(), "{}");
        Reply reply = wire.send(request);
        if (reply.status() == 409 && reply.body().contains("\"active\"") && overtaken(draft, reply)) {
            superseded.add(draft);
        } else if (failures.expect(201, request, reply)) {
            submitted.incrementAndGet();
            filed.add(new Filed(reply.field("number"), draft.version().line(), reply.sent(), reply.completed()));
        }
        return true;
    }

    /** Only a line that takes no new filings may send its drafts on. */
    private boolean overtaken(Draft draft, Reply reply) {
        return ledger.taking().may(reply.field("active"), reply.sent(), reply.completed())
                && !ItemVersion.parse(reply.field("active"))
                        .line()
                        .equals(draft.version().line());
    }

    /** From now on nobody begins, and everybody finishes what he began. */
    void close() {
        closing = true;
        opened.empty();
        answered.empty();
    }

    boolean done() {
        return opened.isEmpty() && answered.isEmpty() && superseded.isEmpty();
    }

    long submitted() {
        return submitted.get();
    }

    long moved() {
        return moved.get();
    }
}
