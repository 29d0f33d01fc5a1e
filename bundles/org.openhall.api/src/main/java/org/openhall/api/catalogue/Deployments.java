package org.openhall.api.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.api.paging.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What administrators see of the deployed items and do about them. Every act is one transaction, is recorded with who did it, and reaches
 * requests that begin after it; requests under way end on what they began with. Safe for many threads; acts wait for each other.
 */
@ProviderType
public interface Deployments {

    /**
     * The deployed items and extensions an operator may touch, by key.
     *
     * @param limit 1–100
     * @param after of the page before
     * @param by who looks
     * @return a page
     */
    Page<Deployed> items(int limit, Optional<String> after, Operator by);

    /**
     * One deployed item.
     *
     * @param item key
     * @param by who looks
     * @return empty when unknown or not his
     */
    Optional<Deployed> item(String item, Operator by);

    /**
     * Whether an item is deployed and an operator's, without the rest that {@link #item} puts together.
     *
     * @param item key
     * @param by who asks
     * @return false when it is unknown or not his
     */
    boolean may(String item, Operator by);

    /**
     * For how long drafts of earlier lines may still be filed after a newer one takes filings, unless it came with a hard stop.
     *
     * @return the hall's setting
     */
    Duration grace();

    /** What became of an act. */
    sealed interface Result permits Done, NotDone {}

    /**
     * It is done.
     *
     * @param report what was done, one line each
     */
    record Done(List<String> report) implements Result {}

    /**
     * Nothing changed.
     *
     * @param reason why
     * @param detail for whoever mends it; may be empty
     */
    record NotDone(Reason reason, String detail) implements Result {}

    /** Why an act is not done. */
    enum Reason {
        /** No such item, line or version, or it is not the operator's. */
        UNKNOWN,
        /** It is so already. */
        ALREADY,
        /** A later version serves the line; the way back is a rollback. */
        BEHIND,
        /** There is no version to go back to. */
        NOTHING_BEFORE,
        /** The bundle does not start or lacks a service. */
        DOES_NOT_START,
        /** Another item serves one of its codes. */
        CODE_TAKEN,
        /** The time lies in the past or more than a year ahead. */
        TIME
    }

    /**
     * Lets a version serve its line. When no newer line takes filings, it takes them from now on; drafts of earlier lines may be filed for
     * the grace time.
     *
     * @param item key
     * @param version that entered
     * @param hard whether earlier lines accept no drafts any more from now on (hard stop)
     * @param by who
     * @return what became of it
     */
    Result activate(String item, Version version, boolean hard, Operator by);

    /**
     * Plans an activation; an earlier plan of the item is replaced. What is so already, or lies behind what serves its line, cannot be
     * planned.
     *
     * @param item key
     * @param version that entered
     * @param at within a year
     * @param hard as for {@link #activate}
     * @param by who
     * @return what became of it
     */
    Result plan(String item, Version version, Instant at, boolean hard, Operator by);

    /**
     * Gives up the planned activation.
     *
     * @param item key
     * @param by who
     * @return what became of it
     */
    Result cancelPlan(String item, Operator by);

    /**
     * Moves the pointer back: the version takes new filings again, newer lines take nothing new, their open cases go on. Within one line the
     * earlier micro serves its open cases again.
     *
     * @param item key
     * @param to the version to go back to; empty for the one that took filings before
     * @param by who
     * @return what became of it
     */
    Result rollback(String item, Optional<Version> to, Operator by);

    /**
     * Lets a line take nothing new, at once. Its open cases go on; after the last one its bundle is taken out. Retiring an extension
     * restores the way before it, for open cases too.
     *
     * @param item key
     * @param line major.minor; empty for all lines of the item
     * @param by who
     * @return what became of it
     */
    Result retire(String item, Optional<String> line, Operator by);

    /**
     * Takes the code of a line out at once, for instance because it does harm. Cases stay readable and say why they wait.
     *
     * @param item key
     * @param line major.minor
     * @param by who
     * @return what became of it
     */
    Result withdraw(String item, String line, Operator by);

    /**
     * Brings the code of a line back, after {@link #withdraw} or when its bundle got lost. What waited goes on.
     *
     * @param item key
     * @param line major.minor
     * @param by who
     * @return what became of it
     */
    Result restore(String item, String line, Operator by);

    /**
     * Closes the breaker of a line again: its rules and steps are called once more, on this node.
     *
     * @param item key
     * @param line major.minor
     * @param by who
     * @return what became of it
     */
    Result reset(String item, String line, Operator by);

    /**
     * What was done, newest first.
     *
     * @param item key; empty for all items, refused bundles included
     * @param limit 1–100
     * @param after of the page before
     * @param by who looks; sees his items only
     * @return a page
     */
    Page<Recorded> record(Optional<String> item, int limit, Optional<String> after, Operator by);

    /**
     * One act.
     *
     * @param id of the act
     * @param item key; the file's name when the bundle did not say
     * @param version concerned; may be empty
     * @param kind what was done
     * @param at when
     * @param account of who; empty when no account acted. Names are no keys: two people may have the same
     * @param by name of who
     * @param report one line each; of a refused bundle its defects
     * @param chinese of a refused bundle the same in Chinese, line for line; empty otherwise, and fewer when a report was too long
     */
    record Recorded(
            long id,
            String item,
            Optional<String> version,
            Kind kind,
            Instant at,
            Optional<Long> account,
            String by,
            List<String> report,
            List<String> chinese) {

        /** An act whose report is made of {@link Told}. */
        public Recorded(
                long id,
                String item,
                Optional<String> version,
                Kind kind,
                Instant at,
                Optional<Long> account,
                String by,
                List<String> report) {
            this(id, item, version, kind, at, account, by, report, List.of());
        }

        /**
         * Whether an operator did it.
         *
         * @param operator somebody with an account, or a way
         * @return true when he did
         */
        public boolean doneBy(Operator operator) {
            return account.equals(operator.account()) && (account.isPresent() || by.equals(operator.name()));
        }
    }

    /** What was done. */
    enum Kind {
        /** A bundle came in. */
        ENTERED,
        /** A bundle was refused. */
        REFUSED,
        /** A version began to serve its line. */
        ACTIVATED,
        /** An activation was planned. */
        PLANNED,
        /** A plan was given up or could not be carried out. */
        CANCELLED,
        /** The pointer was moved back. */
        ROLLED_BACK,
        /** A line takes nothing new. */
        RETIRED,
        /** The code of a line was taken out. */
        WITHDRAWN,
        /** The code of a line came back. */
        RESTORED,
        /** The last case ended and the bundle was taken out. */
        DRAINED,
        /** The breaker was closed by hand. */
        RESET
    }
}
