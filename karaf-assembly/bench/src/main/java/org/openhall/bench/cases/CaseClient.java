package org.openhall.bench.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhall.bench.cases.CaseWork.Step;
import org.openhall.bench.hall.Person;
import org.openhall.bench.load.Reply;
import org.openhall.bench.load.Request;
import org.openhall.bench.load.Turn;
import org.openhall.bench.load.Wire;
import org.openhall.distribution.Hall;

/**
 * Leads one case after the other through the hall: applies as a citizen, then finds and decides it as each of its officials. One request a
 * turn; of one client, turns come one after the other.
 */
public final class CaseClient implements Turn {

    private static final String APPLICATIONS = "/api/v1/applications";
    private static final String CASES = "/api/v1/desk/cases";
    private static final String PAGE = "&limit=20";

    private final CaseWork work;
    private final Person citizen;
    private final List<Step> way;
    private final Optional<Paper> paper;
    private final String opening;

    private int at;
    private int acted;
    private String draft = "";
    private String version = "";
    private String number = "";
    private String after = "";

    CaseClient(CaseWork work, Person citizen) {
        this.work = work;
        this.citizen = citizen;
        this.way = work.way();
        this.paper = work.paper() > 0 ? Optional.of(Paper.ofSize(work.paper() * 1024)) : Optional.empty();
        this.opening = "{\"item\":\"" + work.item() + "\"}";
    }

    @Override
    public String take(long turn, Wire wire) throws IOException {
        Step step = way.get(at);
        try {
            switch (step) {
                case OPEN -> open(wire);
                case ANSWER -> answer(wire);
                case UPLOAD -> upload(wire);
                case SUBMIT -> submit(wire);
                case FIND -> find(wire);
                case ACT -> act(wire);
            }
        } catch (IOException | RuntimeException e) {
            giveUp(step);
            throw e;
        }
        return step.name().toLowerCase(Locale.ROOT);
    }

    /** Lets clients that have come to rest bring to its end what they began. */
    public static void finish(Hall hall, List<CaseClient> clients) {
        try (var wire = new Wire(hall.address())) {
            for (CaseClient client : clients) {
                while (client.at > 0) {
                    client.take(0, wire);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open(Wire wire) throws IOException {
        Request request = Request.post(APPLICATIONS, citizen.token(), opening);
        Reply reply = wire.send(request);
        if (expect(201, request, reply)) {
            draft = APPLICATIONS + "/" + reply.field("id");
            version = reply.field("version");
            at++;
        }
    }

    private void answer(Wire wire) throws IOException {
        Request request = Request.put(draft + "/answers", citizen.token(), work.answers(version));
        Reply reply = wire.send(request);
        if (expect(200, request, reply)) {
            if (!reply.body().contains("\"problems\":[]")) {
                throw new IllegalStateException("problems with good answers: " + reply.body());
            }
            at++;
        }
    }

    private void upload(Wire wire) throws IOException {
        Request request = Request.upload(
                draft + "/materials/paper", citizen.token(), paper.orElseThrow().next());
        if (expect(201, request, wire.send(request))) {
            work.receipts().wasUploaded();
            at++;
        }
    }

    private void submit(Wire wire) throws IOException {
        Request request = Request.post(draft + "/submit", citizen.token(), "{}");
        Reply reply = wire.send(request);
        if (expect(201, request, reply)) {
            number = reply.field("number");
            work.receipts().filed().add(number);
            at++;
        }
    }

    /** The official reads his list, page by page, until the case is there. */
    private void find(Wire wire) throws IOException {
        Act act = work.acts().get(acted);
        Request request = Request.get(
                CASES + "?stage=" + act.stage() + PAGE + after, act.by().token());
        Reply reply = wire.send(request);
        if (expect(200, request, reply)) {
            if (reply.body().contains("\"number\":\"" + number + "\"")) {
                after = "";
                at++;
            } else {
                after = "&after="
                        + URLEncoder.encode(
                                reply.text("next")
                                        .orElseThrow(() -> new IllegalStateException(
                                                number + " is not on the list of " + act.stage())),
                                StandardCharsets.UTF_8);
            }
        }
    }

    private void act(Wire wire) throws IOException {
        Act act = work.acts().get(acted);
        Request request =
                Request.post(CASES + "/" + number + "/" + act.action(), act.by().token(), "{}");
        if (expect(200, request, wire.send(request))) {
            acted++;
            at++;
            if (at == way.size()) {
                work.receipts().decided().add(number);
                begin();
            }
        }
    }

    private boolean expect(int status, Request request, Reply reply) {
        boolean good = work.failures().expect(status, request, reply);
        if (!good) {
            giveUp(way.get(at));
        }
        return good;
    }

    /** Where the case stands is not known any more; the next turn begins another. */
    private void giveUp(Step step) {
        if (step == Step.SUBMIT) {
            work.receipts().wasNotAnswered();
        }
        begin();
    }

    private void begin() {
        at = 0;
        acted = 0;
        after = "";
    }
}
