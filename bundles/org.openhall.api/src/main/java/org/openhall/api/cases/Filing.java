package org.openhall.api.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Problem;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.users.Account;
import org.osgi.annotation.versioning.ProviderType;

/** The desk every application passes. Safe for many threads. */
@ProviderType
public interface Filing {

    /** What became of filing. */
    sealed interface Receipt permits Accepted, Returned, Superseded, Closed {}

    /**
     * Case, answers, materials, first tasks, clock, events and outbox are committed. Filing the same draft again gives the same.
     *
     * @param number of the case
     * @param queryCode to follow it without signing in
     * @param filedAt when
     */
    record Accepted(String number, String queryCode, Instant filedAt) implements Receipt {

        /** Keeps the code out of logs. */
        @Override
        public String toString() {
            return "Accepted[" + number + "]";
        }
    }

    /**
     * Something blocks; nothing is stored.
     *
     * @param problems in the order of the form
     */
    record Returned(List<Problem> problems) implements Receipt {}

    /**
     * The draft's version no longer accepts; nothing is stored, the answers stay in the draft.
     *
     * @param active the version to move to; {@link Drafts#standing} says what changes
     */
    record Superseded(Version active) implements Receipt {}

    /** The item takes nothing any more; nothing is stored, the answers stay in the draft. */
    record Closed() implements Receipt {}

    /**
     * Files a draft.
     *
     * @param draft the draft's id
     * @param by who files
     * @param language of the problems
     * @param request to do it once; may be empty
     * @return what became of it
     * @throws java.util.NoSuchElementException when there is no such draft or it is somebody else's
     * @throws org.openhall.api.catalogue.ItemUnavailable when the item's rules cannot be asked now
     */
    Receipt file(long draft, Account by, String language, Optional<RequestKey> request);

    /**
     * What would block now: form, materials; without the item's rules.
     *
     * @param draft the draft
     * @param by whose draft it is
     * @param language of the problems
     * @return in the order of the form, materials last
     */
    List<Problem> problems(Draft draft, Account by, String language);

    /**
     * Everything that would block now: form, materials and, when these are complete, the item's rules. For the page on which answers are
     * checked before they are filed. Must not be called in a transaction.
     *
     * @param draft the draft
     * @param by whose draft it is
     * @param language of the problems
     * @return in the order of the form, materials last; without the rules when they cannot be asked now
     */
    List<Problem> blocking(Draft draft, Account by, String language);
}
