package org.openhall.bench.ways;

import org.openhall.bench.item.BenchItem;
import org.openhall.bench.item.ItemVersion;

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

    /** Brings a version in and returns when the hall has said what became of it. */
    Said offer(BenchItem item);

    /** Whether the pointer can be moved back this way. */
    boolean goesBack();

    /** Moves the pointer back to a version that served before. */
    Said rollback(String item, ItemVersion to);
}
