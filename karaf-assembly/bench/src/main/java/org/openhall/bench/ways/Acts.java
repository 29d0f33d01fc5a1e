package org.openhall.bench.ways;

import org.openhall.bench.item.ItemVersion;

/** What can be done with what came in, by those ways that can. */
public interface Acts {

    /** Moves the pointer back to a version that served before. */
    Way.Said rollback(String item, ItemVersion to);

    /** Lets a line take nothing new. */
    Way.Said retire(String item, String line);
}
