package org.openhall.portal.internal.web.mine;

import java.util.List;
import java.util.Optional;

/**
 * One point of a time line.
 *
 * @param state done, waiting, held, now, next, failed or note
 * @param what happened or will
 * @param when in words; may be empty
 * @param who did or does it; may be empty
 * @param text more about it; may be empty
 * @param documents issued with it
 * @param number of its step in the flow chart; empty where the points are counted
 */
public record TimelineEntry(
        String state,
        String what,
        String when,
        String who,
        String text,
        List<Link> documents,
        Optional<Integer> number) {

    /** A document to open. */
    public record Link(String name, String href) {}

    /** An entry without documents. */
    public static TimelineEntry of(String state, String what, String when, String who, String text) {
        return new TimelineEntry(state, what, when, who, text, List.of(), Optional.empty());
    }

    /** The same with the number that its step has in the flow chart. */
    TimelineEntry numbered(Optional<Integer> step) {
        return new TimelineEntry(state, what, when, who, text, documents, step);
    }
}
