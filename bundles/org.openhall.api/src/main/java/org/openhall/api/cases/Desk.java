package org.openhall.api.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.openhall.api.paging.Page;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.users.Account;
import org.osgi.annotation.versioning.ProviderType;

/** The officials' side. Nobody sees or does what is not of his post, department and region. Safe for many threads. */
@ProviderType
public interface Desk {

    /**
     * What to list.
     *
     * @param stage a post ("intake", "review" …); empty for all
     * @param state "open" (default), "mine" (claimed by me), "done" (closed by me)
     * @param words case number, or beginning of the applicant's name; empty for all
     * @param limit 1–100
     * @param after from {@code Page.next}
     */
    record Query(String stage, String state, String words, int limit, Optional<String> after) {}

    /**
     * One row of the desk.
     *
     * @param head the case
     * @param task the task
     * @param clock of the task's step when it has a limit, else of the case
     */
    record Row(CaseHead head, CaseFile.Task task, ClockReading clock) {}

    /**
     * To-do counts of one stage. Of each post no more than {@link #MOST} of a kind are counted, however many there are; hundreds may be those of five
     * seconds ago.
     *
     * @param overdue due before today or today
     * @param soon due within three working days
     * @param fine later
     * @param paused clock stands still or has no limit
     */
    record Count(long overdue, long soon, long fine, long paused) {

        /** How far is counted; from here on a count says "at least". */
        public static final int MOST = 1_000;

        /**
         * All.
         *
         * @return the sum
         */
        public long total() {
            return overdue + soon + fine + paused;
        }

        /**
         * Whether there may be more than {@link #total} says.
         *
         * @return true when one of the kinds was not counted to its end
         */
        public boolean more() {
            return LongStream.of(overdue, soon, fine, paused).anyMatch(many -> many >= MOST);
        }
    }

    /**
     * The tasks of the official's posts, by due date.
     *
     * @param official who asks
     * @param query what to list
     * @return a page
     */
    Page<Row> tasks(Account official, Query query);

    /**
     * Open tasks of the official's posts.
     *
     * @param official who asks
     * @return by post
     */
    Map<String, Count> counts(Account official);

    /**
     * One case. That the official opened it is recorded.
     *
     * @param number its number
     * @param official who asks
     * @return empty when there is none, or no task of it was ever of a post of his
     */
    Optional<CaseFile> open(String number, Account official);

    /**
     * The tasks of a case that the official may do now.
     *
     * @param file the case
     * @param official who asks
     * @return open, of his posts, not claimed by somebody else
     */
    List<CaseFile.Task> doable(CaseFile file, Account official);

    /** What became of an act. */
    sealed interface Acted permits Done, Elsewhere, Which, Improper {}

    /**
     * Committed.
     *
     * @param number of the case
     * @param state of the case now
     * @param openSteps identifiers of steps with an open task now
     */
    record Done(String number, CaseState state, List<String> openSteps) implements Acted {}

    /**
     * Somebody was faster, or the case is not at a step where this can be done.
     *
     * @param state of the case now
     * @param openSteps identifiers of steps with an open task now
     * @param lastActor name of who acted last
     * @param at when
     * @param lastOutcome what he did
     */
    record Elsewhere(CaseState state, List<String> openSteps, String lastActor, Instant at, String lastOutcome)
            implements Acted {}

    /**
     * Several open tasks fit; one must be named.
     *
     * @param tasks those that fit
     */
    record Which(List<CaseFile.Task> tasks) implements Acted {}

    /**
     * The act lacks something.
     *
     * @param pointer of the request body, such as "/opinion"
     * @param code "required", "too-long"
     */
    record Improper(String pointer, String code) implements Acted {}

    /**
     * An act.
     *
     * @param number of the case
     * @param action name of the outcome
     * @param task the task; empty for the one open task that the official may do
     * @param opinion in words, at most 2,000 characters; may be empty where the item allows it
     * @param by who acts
     * @param request to do it once; may be empty
     */
    record Act(
            String number,
            String action,
            OptionalLong task,
            String opinion,
            Account by,
            Optional<RequestKey> request) {}

    /**
     * Acts on a task: closes it by compare-and-set and does what its outcome says, in one transaction.
     *
     * @param act what to do
     * @return what became of it
     * @throws java.util.NoSuchElementException when the case does not exist for this official
     */
    Acted act(Act act);

    /**
     * Takes a task, so that colleagues see who does it.
     *
     * @param task its id
     * @param by who takes it
     * @return false when it is not open for him or somebody else was faster
     */
    boolean claim(long task, Account by);

    /**
     * Gives a task back.
     *
     * @param task its id
     * @param by who gives it back
     * @return false when he had not taken it
     */
    boolean release(long task, Account by);

    /**
     * Keeps an opinion about one file of a case.
     *
     * @param number of the case
     * @param material the file's id
     * @param sound true when nothing is to be said against it
     * @param text at most 500 characters; needed when not sound
     * @param by who says so
     * @return false when the case has no such file, or he has no open task on it
     */
    boolean opine(String number, long material, boolean sound, String text, Account by);
}
