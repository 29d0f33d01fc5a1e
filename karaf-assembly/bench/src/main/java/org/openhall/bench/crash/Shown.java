package org.openhall.bench.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.openhall.bench.hall.Person;
import org.openhall.bench.load.Failures;
import org.openhall.distribution.Answer;
import org.openhall.distribution.Api;
import org.openhall.distribution.Hall;

/** What the hall shows of what it has acknowledged, to those who filed it and acted on it. */
final class Shown {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Hall hall;
    private final Failures failures;

    Shown(Hall hall, Failures failures) {
        this.hall = hall;
        this.failures = failures;
    }

    /** Looks at all papers that are not under way. */
    void check(Collection<Paper> papers) {
        papers.parallelStream()
                .filter(paper -> !paper.underWay() && !paper.draft().isEmpty())
                .forEach(this::check);
    }

    private void check(Paper paper) {
        if (paper.number().isEmpty()) {
            draft(paper);
        } else {
            progress(paper);
            own(paper);
            desk(paper);
        }
    }

    private void draft(Paper paper) {
        String path = "/api/v1/applications/" + paper.draft();
        Answer draft = as(paper.by()).get(path);
        if (found(paper, "its draft", draft) && !paper.answersMayBe().contains("")) {
            same(
                    paper,
                    "the draft's answers",
                    tree(paper.answersMayBe().get(0)),
                    draft.json().path("answers"));
        }
        Answer files = as(paper.by()).get(path + "/materials");
        if (found(paper, "the draft's files", files)) {
            files(paper, files.json().path("materials"), path + "/materials/" + Paper.MATERIAL + "/");
        }
    }

    /** What everybody sees who has number and code. */
    private void progress(Paper paper) {
        Answer answer = hall.api().get("/api/v1/progress?number=" + paper.number() + "&code=" + paper.code());
        if (found(paper, "the progress of its case", answer)) {
            same(
                    paper,
                    "the state of its case",
                    paper.state(),
                    answer.json().path("state").asText());
            if (answer.json().path("clock").path("state").asText().isEmpty()) {
                failures.add("half", paper + ": its case has no clock: " + answer);
            }
        }
    }

    private void own(Paper paper) {
        String path = "/api/v1/cases/" + paper.number();
        Answer answer = as(paper.by()).get(path);
        if (found(paper, "its case", answer)) {
            JsonNode own = answer.json();
            same(paper, "the query code", paper.code(), own.path("queryCode").asText());
            same(paper, "the answers", tree(paper.answersMayBe().get(0)), own.path("answers"));
            files(paper, own.path("materials"), path + "/materials/");
        }
    }

    private void desk(Paper paper) {
        Answer answer = as(paper.reader()).get("/api/v1/desk/cases/" + paper.number());
        if (!found(paper, "its case on the desk", answer)) {
            return;
        }
        JsonNode events = answer.json().path("events");
        for (Paper.Act act : paper.acts()) {
            long done = events.findValuesAsText("opinion").stream()
                    .filter(act.opinion()::equals)
                    .count();
            if (done != 1) {
                failures.add(done == 0 ? "lost" : "twice", paper + ": " + done + " × " + act + " in " + events);
            }
        }
        same(paper, "closed tasks", paper.acts().size(), closed(answer.json().path("tasks")));
    }

    private static int closed(JsonNode tasks) {
        int closed = 0;
        for (JsonNode task : tasks) {
            closed += task.path("open").asBoolean() ? 0 : 1;
        }
        return closed;
    }

    /** The files that were handed in, each once, byte for byte. */
    private void files(Paper paper, JsonNode shown, String folder) {
        Set<String> wanted = new TreeSet<>();
        for (Sheet sheet : paper.sheets()) {
            wanted.add(sheet.sha256());
        }
        same(paper, "files", wanted, new TreeSet<>(shown.findValuesAsText("sha256")));
        same(paper, "the number of files", wanted.size(), shown.size());
        for (JsonNode file : shown) {
            byte[] bytes = bytes(folder + file.path("id").asText(), paper.by());
            if (paper.sheets().stream().noneMatch(sheet -> sheet.is(bytes))) {
                failures.add("half", paper + ": other bytes than were handed in: " + file);
            }
        }
    }

    private byte[] bytes(String path, Person by) {
        try {
            HttpRequest request = HttpRequest.newBuilder(hall.address().resolve(path))
                    .header("Authorization", "Bearer " + by.token())
                    .build();
            return CLIENT.send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean found(Paper paper, String what, Answer answer) {
        if (answer.status() == 200) {
            return true;
        }
        failures.add(answer.status() == 404 ? "lost" : "unreadable", paper + ": " + what + ": " + answer);
        return false;
    }

    private void same(Paper paper, String what, Object wanted, Object shown) {
        if (!wanted.equals(shown)) {
            failures.add("changed", paper + ": " + what + " should be " + wanted + ", not " + shown);
        }
    }

    private Api as(Person person) {
        return hall.api().with("Authorization", "Bearer " + person.token());
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
