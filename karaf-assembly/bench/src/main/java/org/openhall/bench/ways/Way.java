package org.openhall.bench.ways;

import java.util.Optional;
import org.openhall.bench.item.BenchItem;

/** One way to the hall's one door. */
public interface Way {

    /**
     * What the hall said.
     *
     * @param done whether it did what it was asked
     * @param text its words
     */
    record Said(boolean done, String text) {}

    String name();

    /** Brings a version in, to serve at once, and returns when the hall has said what became of it. */
    Said offer(BenchItem item);

    /** What else can be done this way. */
    Optional<Acts> acts();
}
