package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openhall.bench.load.Pause;

/** Looks at a hall in trouble as people, programs and machines do, several times a second, and keeps what it was told. */
final class Probe implements AutoCloseable {

    /** What may come back while something is wrong: the page itself, or that it is not there now. */
    private static final List<Integer> FAIR = List.of(200, 503);

    private final Hall hall;
    private final Thread thread = new Thread(this::look, "probe");
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> refused = new ConcurrentSkipListMap<>();
    private final List<String> unready = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    private Probe(Hall hall) {
        this.hall = hall;
        thread.setDaemon(true);
    }

    static Probe of(Hall hall) {
        var probe = new Probe(hall);
        probe.thread.start();
        return probe;
    }

    private void look() {
        while (!stopped) {
            try {
                judge("page", hall.api().with("Accept", "text/html").get("/items"));
                judge("program", hall.api().get("/api/v1/items?q=a"));
                typed(hall.api()
                        .with("Accept", "text/html")
                        .postForm("/progress", "number=20261122-000001&typed=%E5%BC%A0"));
                Answer ready = hall.api().get("/ready");
                judge("ready", ready);
                if (ready.status() == 503) {
                    unready.add(ready.text());
                }
            } catch (UncheckedIOException e) {
                wrong.add("connection: " + e.getMessage());
            }
            Pause.millis(100);
        }
    }

    private void judge(String who, Answer answer) {
        if (!FAIR.contains(answer.status())) {
            wrong.add(who + ": " + answer);
        } else if (answer.status() == 503) {
            refused.merge(who, 1, Integer::sum);
            if (answer.header("Retry-After").isEmpty()) {
                wrong.add(who + " is not told when to come back: " + answer);
            }
        }
    }

    /** Nobody from outside may post this form; but while the hall is closed what was typed comes back. */
    private void typed(Answer answer) {
        if (answer.status() == 503) {
            judge("form", answer);
            if (!answer.text().contains("value=\"张\"")) {
                wrong.add("what was typed is gone: " + answer);
            }
        }
    }

    /** Ends looking; everything must have been as it should. */
    Probe fair() {
        close();
        assertThat(wrong).isEmpty();
        return this;
    }

    /** Returns when each of the four was told to come back later, and why the hall is not ready. */
    void awaitRefusals(String why) {
        Hall.await("everybody to be refused and to hear that " + why, () -> refused.size() == 4 && heard(why));
    }

    /** Returns when the hall has said why it is not ready. */
    void awaitReason(String why) {
        Hall.await("to hear that " + why, () -> heard(why));
    }

    private boolean heard(String why) {
        return unready.stream().anyMatch(said -> said.contains(why));
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
