package org.openhall.api.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.osgi.annotation.versioning.ProviderType;

/** The service items and their versions. Versions are read from an immutable snapshot in memory. Safe for many threads. */
@ProviderType
public interface Catalogue {

    /**
     * Searches the implementation list.
     *
     * @param query what to look for
     * @return a page of what was found
     */
    ItemList search(ItemQuery query);

    /**
     * As-you-type suggestions.
     *
     * @param words at least one character
     * @param limit 1–20
     * @return best first
     */
    List<Implementation> suggest(String words, int limit);

    /**
     * Themes with the number of items each, most first.
     *
     * @param limit 1–50
     * @return facets
     */
    List<ItemList.Facet> themes(int limit);

    /**
     * What can be filed online, for the home page.
     *
     * @param limit 1–20
     * @return by name
     */
    List<Implementation> popular(int limit);

    /**
     * Finds an implementation, to show it or to begin with it: what another node changed within the last five seconds may be missing. Must not be called in
     * {@code Transactions.read}: its snapshot may be older than the last change.
     *
     * @param code implementation code
     * @return empty when unknown
     */
    Optional<Implementation> implementation(String code);

    /**
     * Finds several implementations at once, as they are stored at this moment.
     *
     * @param codes at most 500 implementation codes
     * @return those that are known, by code
     * @throws IllegalArgumentException when there are more
     */
    Map<String, Implementation> implementations(Set<String> codes);

    /**
     * The version that new drafts of an item are opened on.
     *
     * @param item the item's key
     * @return empty when none is active
     */
    Optional<ItemVersion> active(String item);

    /**
     * The version that serves a line now: where its activation points.
     *
     * @param item the item's key
     * @param line major.minor
     * @return empty when the line was never active
     */
    Optional<ItemVersion> serving(String item, String line);

    /**
     * Since when the version that serves a line does so.
     *
     * @param item the item's key
     * @param line major.minor
     * @return empty when the line was never active
     */
    Optional<Instant> servingSince(String item, String line);

    /**
     * A full version that was once deployed, for history.
     *
     * @param item the item's key
     * @param version major.minor.micro
     * @return empty when unknown
     */
    Optional<ItemVersion> version(String item, Version version);

    /**
     * Whether drafts of a line may still be filed: it is the active one, or its successor is not older than the grace time.
     *
     * @param item the item's key
     * @param line major.minor
     * @return true when it accepts
     */
    boolean accepts(String item, String line);

    /**
     * Until when drafts of a line may still be filed, because a newer line takes new filings.
     *
     * @param item the item's key
     * @param line major.minor
     * @return empty when no end is set, and when it accepts none
     */
    Optional<Instant> acceptsUntil(String item, String line);

    /**
     * The version by which a row of the implementation list could be filed last, while its item takes no filings: what its guide still
     * tells.
     *
     * @param row that no item serves now
     * @return empty when none ever served it, or its item takes filings for other rows
     */
    Optional<ItemVersion> former(Implementation row);

    /**
     * Where a case goes on whose open step no longer is in the version that serves its line, because the extension that had put it in was
     * taken out or changed.
     *
     * @param item the item's key
     * @param line major.minor of the case
     * @param step identifier of the step that is gone, {@code <extension>.<step>}
     * @return the steps to open instead; empty when no extension ever put such a step in
     */
    Optional<List<String>> onward(String item, String line, String step);

    /**
     * All versions of an item, newest first.
     *
     * @param item the item's key
     * @return at most 50
     */
    List<Version> versions(String item);

    /** Why the code of a line cannot be called. */
    enum Absence {
        /** An administrator took it out. */
        WITHDRAWN,
        /** Its bundle is not there or does not run. */
        MISSING,
        /** Its breaker is open: too many of its calls did not come back. */
        BROKEN
    }

    /**
     * Why the code of a line cannot be called now, to tell whoever waits for it.
     *
     * @param item the item's key
     * @param line major.minor
     * @return empty when it can, and when the version that serves the line has no code
     */
    Optional<Absence> absence(String item, String line);

    /**
     * Why the code behind a step of a line cannot be called now: that of the line, or that of the extension which put the step in.
     *
     * @param item the item's key
     * @param line major.minor
     * @param step identifier
     * @return empty when it can, and when it has no code
     */
    Optional<Absence> absence(String item, String line, String step);

    /**
     * Takes a version for trial, whether it serves or not: its bundle is started when it does not run, and taken out again afterwards.
     *
     * @param item the item's key
     * @param version that entered
     * @return to be closed; empty when the version never came
     * @throws ItemUnavailable when its bundle does not start
     */
    Optional<Trial> trial(String item, Version version);

    /** A version on trial. For one thread at a time. */
    interface Trial extends AutoCloseable {

        /**
         * The version.
         *
         * @return its snapshot
         */
        ItemVersion version();

        /**
         * Runs its rules.
         *
         * @param application frozen
         * @return as {@link Catalogue#check}
         */
        Checked check(Application application);

        @Override
        void close();
    }

    /**
     * Runs the rules of an application's line: the only call into item code in the filing path. Must not be called in a transaction.
     *
     * @param application frozen
     * @return findings, and the version whose rules ran
     * @throws ItemUnavailable when the bundle of the line is not there after five seconds
     */
    Checked check(Application application);

    /**
     * What rules said.
     *
     * @param version whose rules ran
     * @param findings of the rules that answered
     * @param unchecked names of the rules that threw or did not answer
     */
    record Checked(Version version, List<Finding> findings, List<String> unchecked) {}

    /**
     * Runs an automatic step. Must not be called in a transaction; may block for thirty seconds.
     *
     * @param application as filed
     * @param step identifier
     * @return what the step said and the version that ran, or empty when the step threw, hung or answered nonsense
     * @throws ItemUnavailable when the bundle of the line is not there
     */
    Optional<Reviewed> review(Application application, String step);

    /**
     * What an automatic step said.
     *
     * @param version that ran
     * @param review its answer
     */
    record Reviewed(Version version, org.openhall.item.Review review) {}

    /**
     * Adds or replaces rows of the implementation list that come from a national or provincial list, in one transaction.
     *
     * @param rows at most 1,000
     */
    void put(List<Implementation> rows);
}
