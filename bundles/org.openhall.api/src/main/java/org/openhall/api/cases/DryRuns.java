package org.openhall.api.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.paging.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Replays a version that is not yet active over the last cases of its item. Nothing is written to the cases. One run at a time in the
 * whole hall; what a run found is kept for 30 days.
 */
@ProviderType
public interface DryRuns {

    /**
     * Starts a run, which goes on after this call.
     *
     * @param item key
     * @param version that entered
     * @param cases how many of the last ones, 1–1,000
     * @param by who
     * @return id of the run; empty when the version never came or is not the operator's
     */
    Optional<Long> start(String item, Version version, int cases, Operator by);

    /**
     * How far a run is.
     *
     * @param id of the run
     * @param by who looks
     * @return empty when unknown or not his
     */
    Optional<DryRun> find(long id, Operator by);

    /**
     * The last runs over an item, newest first.
     *
     * @param item key
     * @param by who looks
     * @return at most 10
     */
    List<DryRun> recent(String item, Operator by);

    /**
     * Ends a run early; what it found stays.
     *
     * @param id of the run
     * @param by who
     * @return whether it was running
     */
    boolean stop(long id, Operator by);

    /**
     * Cases that would go another way.
     *
     * @param id of the run
     * @param limit 1–100
     * @param after of the page before
     * @param by who looks
     * @return a page, newest case first
     */
    Page<Difference> differences(long id, int limit, Optional<String> after, Operator by);

    /**
     * A run.
     *
     * @param id of the run
     * @param item key
     * @param version on trial
     * @param by who started it
     * @param startedAt when
     * @param endedAt when it ended; empty while it runs
     * @param total cases it looks at
     * @param done cases it has looked at
     * @param refused cases that would be returned
     * @param flagged cases that would get findings they do not have
     * @param due cases that would be due on another day
     * @param unchecked cases over which a rule did not answer
     * @param failure why it ended early, when it did
     */
    record DryRun(
            long id,
            String item,
            Version version,
            String by,
            Instant startedAt,
            Optional<Instant> endedAt,
            int total,
            int done,
            int refused,
            int flagged,
            int due,
            int unchecked,
            Optional<String> failure) {}

    /**
     * A case that would go another way.
     *
     * @param number of the case
     * @param filedOn the full version it was filed under
     * @param refused for what it would be returned: pointer and text, in the language of the hall's officials
     * @param flagged what it would be flagged for and is not now
     * @param dueWas when it is due now, when that would change
     * @param dueWould when it would be due, when that would change
     * @param unchecked names of rules that did not answer
     */
    record Difference(
            String number,
            Version filedOn,
            List<Note> refused,
            List<Note> flagged,
            Optional<Instant> dueWas,
            Optional<Instant> dueWould,
            List<String> unchecked) {}

    /**
     * One thing said.
     *
     * @param pointer into the answers, {@code /materials/<code>} or ""
     * @param text in Chinese
     */
    record Note(String pointer, String text) {}
}
