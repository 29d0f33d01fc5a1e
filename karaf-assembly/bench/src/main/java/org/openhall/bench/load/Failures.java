package org.openhall.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What went wrong, counted by its kind, the first few of each with all that is known. */
public final class Failures {

    private static final long EXAMPLES = 5;
    private static final int LONGEST = 600;

    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();

    /** One more; kinds are few. */
    public synchronized void add(String kind, String what) {
        if (counts.merge(kind, 1L, Long::sum) <= EXAMPLES) {
            examples.add(kind + ": " + what.substring(0, Math.min(what.length(), LONGEST)));
        }
    }

    /** Whether the answer has the status it should have; if not, it is counted. */
    public boolean expect(int status, Request request, Reply reply) {
        if (reply.status() == status) {
            return true;
        }
        add(
                reply.status() >= 500 ? "5xx" : Integer.toString(reply.status()),
                request + " answered " + reply.status() + " " + reply.body());
        return false;
    }

    public synchronized long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    public synchronized List<String> examples() {
        return List.copyOf(examples);
    }
}
