package org.openhall.bench.cases;

import java.util.concurrent.atomic.LongAdder;

/** What the hall has acknowledged. */
public final class Receipts {

    private final Numbers filed = new Numbers();
    private final Numbers decided = new Numbers();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder uploads = new LongAdder();

    /** Cases whose receipt was read. */
    public Numbers filed() {
        return filed;
    }

    /** Cases whose last act was acknowledged. */
    public Numbers decided() {
        return decided;
    }

    /** Files that were taken in. */
    public long uploads() {
        return uploads.sum();
    }

    /** Filings without an answer: each may be stored or not. */
    public long unanswered() {
        return unanswered.sum();
    }

    void wasUploaded() {
        uploads.increment();
    }

    void wasNotAnswered() {
        unanswered.increment();
    }
}
