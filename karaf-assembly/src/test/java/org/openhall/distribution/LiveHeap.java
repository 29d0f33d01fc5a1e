package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.openhall.bench.hall.Jvm;

/** What a hall kept in its memory before something happened to it. */
final class LiveHeap {

    private final Jvm jvm;
    private final long before;

    private LiveHeap(Jvm jvm) {
        this.jvm = jvm;
        this.before = jvm.liveHeap();
    }

    static LiveHeap of(Hall hall) {
        return new LiveHeap(new Jvm(hall));
    }

    /** That so many megabytes were not added to it by now. */
    void assertLessThanMore(int megabytes) {
        assertThat(jvm.liveHeap())
                .as("kilobytes of live heap, before %d", before)
                .isLessThan(before + megabytes * 1_000L);
    }

    /** Returns when it is back to what it was, but for so many megabytes. */
    void awaitLessThanMore(int megabytes) {
        Hall.await("their memory to be given back", () -> jvm.liveHeap() < before + megabytes * 1_000L);
    }
}
