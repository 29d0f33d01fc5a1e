package org.openhall.api.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A deployed item.
 *
 * @param item key
 * @param names by language
 * @param bundle symbolic name of its bundle
 * @param departments codes of all departments that offer it
 * @param taking the version that takes new filings; empty when none does
 * @param before the version that took them before, to which {@link Deployments#rollback} goes back
 * @param lines newest first
 * @param plan the activation that is planned
 */
public record Deployed(
        String item,
        Map<String, String> names,
        String bundle,
        Set<String> departments,
        Optional<Version> taking,
        Optional<Version> before,
        List<Line> lines,
        Optional<Plan> plan) {

    /**
     * A line of an item.
     *
     * @param line major.minor
     * @param serving the full version that serves it; empty when the line was never activated
     * @param state what it is still for
     * @param activatedAt when the pointer was moved last
     * @param acceptsUntil until when its drafts may still be filed, when that is limited
     * @param cases that are open on it
     * @param drafts that are open on it
     * @param health of its code
     * @param versions that entered, the newest 20, newest first
     */
    public record Line(
            String line,
            Optional<Version> serving,
            State state,
            Optional<Instant> activatedAt,
            Optional<Instant> acceptsUntil,
            long cases,
            long drafts,
            Health health,
            List<Arrived> versions) {}

    /** What a line is for. */
    public enum State {
        /** It was never activated. */
        WAITING,
        /** It takes new filings. */
        TAKING,
        /** A newer line takes new filings, its own drafts may still be filed. */
        ACCEPTING,
        /** It takes nothing new; open cases remain on it. */
        DRAINING,
        /** Its last case ended and its bundle was taken out. */
        DRAINED
    }

    /**
     * A version that came through the door.
     *
     * @param version full
     * @param sha256 of its bundle
     * @param at when it entered
     * @param by who brought it
     */
    public record Arrived(Version version, String sha256, Instant at, String by) {}

    /**
     * How the code of a line is, on this node.
     *
     * @param absence why it cannot be called; empty when it can, or when the line has no code
     * @param code whether the version has rules or automatic steps at all
     * @param failures calls that threw, answered nonsense or did not answer since the bundle was started
     * @param lost threads that have not come back from it
     * @param limit of lost threads at which the breaker opens
     * @param open whether the breaker is open: its rules and steps are not called
     * @param threads that its code started and left running
     * @param lastFailure what failed last, without answers of anybody
     */
    public record Health(
            Optional<Catalogue.Absence> absence,
            boolean code,
            long failures,
            int lost,
            int limit,
            boolean open,
            int threads,
            Optional<String> lastFailure) {}

    /**
     * A planned activation.
     *
     * @param version to be activated
     * @param at when; carried out within five seconds
     * @param hard whether drafts of earlier lines can no longer be filed from then on
     * @param by who planned it
     */
    public record Plan(Version version, Instant at, boolean hard, String by) {}
}
