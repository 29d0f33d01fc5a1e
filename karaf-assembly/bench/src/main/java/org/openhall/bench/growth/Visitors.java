package org.openhall.bench.growth;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.openhall.bench.hall.Person;
import org.openhall.bench.item.Filled;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Reply;
import org.openhall.bench.load.Request;
import org.openhall.bench.load.Turn;
import org.openhall.bench.load.Wire;

/** Who looks for something among all those cases, and who adds to them. */
final class Visitors {

    static final String SUBMIT = "filing";
    static final String ACT = "act";
    static final String NOTHING_LEFT = "nothing left";

    private static final String DESK = "/api/v1/desk/cases";
    private static final String MINE = "/api/v1/cases";
    private static final String APPLICATIONS = "/api/v1/applications";

    private final GrownHall hall;
    private final Names names;
    private final Failures failures;
    private final Person intake;
    private final List<Person> citizens;
    private final Queue<String> filed = new ConcurrentLinkedQueue<>();

    Visitors(GrownHall hall, Failures failures) {
        this.hall = hall;
        this.names = Names.among(hall.cases());
        this.failures = failures;
        this.intake = Person.of(hall.hall(), "wangmin");
        this.citizens = Person.citizens(hall.hall());
    }

    /** What only reads, by the name of the figure. */
    Map<String, Turn> reading() {
        Map<String, Turn> turns = new LinkedHashMap<>();
        turns.put("desk list", leafing("desk list", intake, DESK + "?stage=intake&limit=20"));
        turns.put("desk list, done", leafing("desk list, done", intake, DESK + "?state=done&limit=20"));
        turns.put("search by name", this::search);
        turns.put("search by number", this::searchNumber);
        turns.put("my cases", this::mine);
        turns.put("progress", this::progress);
        return turns;
    }

    /** From page to page, and every now and then from the beginning. */
    private Turn leafing(String kind, Person who, String path) {
        var next = new AtomicReference<>("");
        return (number, wire) -> {
            String after = number % 4 == 0 ? "" : next.get();
            Request request = Request.get(path + (after.isEmpty() ? "" : "&after=" + encoded(after)), who.token());
            Reply reply = expect(200, request, wire);
            next.set(reply.body().contains("\"next\":\"") ? reply.between("\"next\":\"", "\"") : "");
            return kind;
        };
    }

    /** Two characters of a name, or all three; every tenth only the surname. */
    private String search(long number, Wire wire) throws IOException {
        String name = names.of(random(names.count()));
        String words = name.substring(0, number % 10 == 0 ? 1 : number % 2 == 0 ? 2 : 3);
        expect(200, Request.get(DESK + "?limit=20&q=" + encoded(words), intake.token()), wire);
        return "search by name";
    }

    private String searchNumber(long number, Wire wire) throws IOException {
        String words = Series.number(1 + random(hall.cases()));
        expect(200, Request.get(DESK + "?limit=20&q=" + encoded(words), intake.token()), wire);
        return "search by number";
    }

    private String mine(long number, Wire wire) throws IOException {
        Person who = citizens.get((int) (number % citizens.size()));
        Reply reply = expect(200, Request.get(MINE + "?limit=20", who.token()), wire);
        if (!reply.body().contains("\"number\":\"")) {
            failures.add("empty", "my cases shows none: " + reply.body());
        }
        return "my cases";
    }

    private String progress(long number, Wire wire) throws IOException {
        String of = Series.number(1 + random(hall.cases()));
        expect(200, Request.get("/api/v1/progress?number=" + of + "&code=" + hall.queryCode()), wire);
        return "progress";
    }

    /** Opens, answers and files; each request is a figure, the last one the one that counts. */
    Turn filing() {
        Queue<Map.Entry<Person, String>> opened = new ConcurrentLinkedQueue<>();
        Queue<Map.Entry<Person, String>> answered = new ConcurrentLinkedQueue<>();
        return (number, wire) -> {
            Map.Entry<Person, String> draft =
                    number % 3 == 2 ? answered.poll() : number % 3 == 1 ? opened.poll() : null;
            if (draft == null) {
                Person who = citizens.get((int) (number % citizens.size()));
                Reply reply = expect(
                        201, Request.post(APPLICATIONS, who.token(), "{\"item\":\"" + GrownHall.ITEM + "\"}"), wire);
                opened.add(Map.entry(who, APPLICATIONS + "/" + reply.field("id")));
                return "filing, open";
            }
            String token = draft.getKey().token();
            if (number % 3 == 1) {
                expect(200, Request.put(draft.getValue() + "/answers", token, Filled.form(GrownHall.VERSION)), wire);
                answered.add(draft);
                return "filing, answers";
            }
            filed.add(expect(201, Request.post(draft.getValue() + "/submit", token, "{}"), wire)
                    .field("number"));
            return SUBMIT;
        };
    }

    /** Accepts what was filed. */
    Turn acting() {
        return (number, wire) -> {
            String of = filed.poll();
            if (of == null) {
                return NOTHING_LEFT;
            }
            expect(200, Request.post(DESK + "/" + of + "/accept", intake.token(), "{}"), wire);
            return ACT;
        };
    }

    boolean anythingFiled() {
        return !filed.isEmpty();
    }

    private Reply expect(int status, Request request, Wire wire) throws IOException {
        Reply reply = wire.send(request);
        failures.expect(status, request, reply);
        return reply;
    }

    private static long random(long bound) {
        return ThreadLocalRandom.current().nextLong(bound);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
