package org.openhall.bench.growth;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Latencies;
import org.openhall.bench.load.Load;
import org.openhall.bench.load.Pause;
import org.openhall.bench.load.Turn;

/** What is asked of one hall: one thing after the other, each by eight clients. */
public final class Visit {

    /** So many things. */
    static final int PARTS = 8;

    private static final int CLIENTS = 8;

    private final GrownHall hall;
    private final Visitors visitors;
    private final Failures failures;
    private final Latencies latencies = new Latencies();

    public Visit(GrownHall hall, Failures failures) {
        this.hall = hall;
        this.visitors = new Visitors(hall, failures);
        this.failures = failures;
    }

    /** All of them once, each for so long; what was filed is accepted in the end, so that the desk is as full as before. */
    public void round(Duration each) {
        Map<String, Turn> turns = new LinkedHashMap<>(visitors.reading());
        turns.put(Visitors.SUBMIT, visitors.filing());
        turns.values().forEach(turn -> latencies.add(load(turn).stopAfter(each).latencies()));
        Load acting = load(visitors.acting());
        while (visitors.anythingFiled()) {
            Pause.millis(1);
        }
        latencies.add(acting.stop().latencies());
    }

    /** How long answers took in all rounds. */
    public Latencies latencies() {
        return latencies;
    }

    private Load load(Turn turn) {
        return Load.closed(hall.hall().address(), turn, failures).start(CLIENTS);
    }
}
