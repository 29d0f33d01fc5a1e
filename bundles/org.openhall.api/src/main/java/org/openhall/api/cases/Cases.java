package org.openhall.api.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.api.paging.Page;
import org.openhall.api.users.Account;
import org.osgi.annotation.versioning.ProviderType;

/** Cases as applicants see them. */
@ProviderType
public interface Cases {

    /**
     * The cases an account filed itself, and those of verified parties it has a mandate for; newest first.
     *
     * @param by who asks
     * @param limit 1–100
     * @param after from {@code Page.next}
     * @return a page
     */
    Page<CaseHead> list(Account by, int limit, Optional<String> after);

    /**
     * One case.
     *
     * @param number its number
     * @param by who asks
     * @return empty when there is none or it is not the reader's to see
     */
    Optional<CaseFile> find(String number, Account by);

    /**
     * The query code, for the applicant's receipt.
     *
     * @param number its number
     * @param by who asks
     * @return empty when there is none or it is not the reader's to see
     */
    Optional<String> queryCode(String number, Account by);

    /** What became of asking for progress. */
    sealed interface Asked permits Progress, Unknown, TooMany {}

    /**
     * How far a case is, without personal data.
     *
     * @param head the case; names of people masked
     * @param events without opinions and actors' names
     * @param steps identifiers of all steps passed or open, in order
     * @param clock as of now
     * @param waiting as in {@link CaseFile}
     */
    record Progress(
            CaseHead head,
            List<CaseFile.Event> events,
            List<String> steps,
            ClockReading clock,
            Optional<CaseFile.Waiting> waiting)
            implements Asked {}

    /** Number and code do not go together. */
    record Unknown() implements Asked {}

    /**
     * Too many wrong tries from this address.
     *
     * @param until when it may be tried again
     */
    record TooMany(Instant until) implements Asked {}

    /**
     * Follows a case without signing in.
     *
     * @param number its number
     * @param queryCode as on the receipt; spaces, dashes and case do not matter
     * @param address the client's network address, for throttling
     * @return how far it is, or why not
     */
    Asked progress(String number, String queryCode, String address);
}
