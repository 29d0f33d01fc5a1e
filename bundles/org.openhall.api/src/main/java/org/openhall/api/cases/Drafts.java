package org.openhall.api.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.openhall.api.catalogue.Version;
import org.openhall.api.paging.Page;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.users.Account;
import org.openhall.item.Answers;
import org.osgi.annotation.versioning.ProviderType;

/** Applications that are being filled in. Only the account that opened a draft sees it. */
@ProviderType
public interface Drafts {

    /** What became of opening a draft. */
    sealed interface Opening permits Opened, NotFor {}

    /**
     * There is a draft.
     *
     * @param draft new, or the one made by the same request before
     */
    record Opened(Draft draft) implements Opening {}

    /**
     * This party cannot apply for this item.
     *
     * @param reason "subject" (not for this kind of party), "mandate" (the account may not act for the party), "offline" (not online)
     */
    record NotFor(String reason) implements Opening {}

    /** What became of saving. */
    sealed interface Saving permits Saved, Conflict, Gone {}

    /**
     * On disk.
     *
     * @param draft as it is now
     */
    record Saved(Draft draft) implements Saving {}

    /**
     * It was changed elsewhere since.
     *
     * @param current as it is there
     */
    record Conflict(Draft current) implements Saving {}

    /**
     * It was filed or deleted.
     *
     * @param filedAs number of the case; empty when it was deleted
     */
    record Gone(Optional<String> filedAs) implements Saving, Moving {}

    /** Where a draft stands. */
    sealed interface Standing permits Open, Behind, Closed {}

    /** Its version accepts: it can be filled in and filed. */
    record Open() implements Standing {}

    /**
     * Its version accepts no more, another one does: a newer one, or after a rollback an older one.
     *
     * @param active the version to move to
     * @param changes what is different there for these answers: questions in the order of the form, then materials, then the limit
     */
    record Behind(Version active, List<Change> changes) implements Standing {}

    /** The item takes nothing any more. The draft stays readable until it is deleted. */
    record Closed() implements Standing, Moving {}

    /**
     * Something that is different on the version a draft would move to.
     *
     * @param kind of change
     * @param pointer RFC 6901 into the answers with "-" for list elements, {@code /materials/<code>}, or "" for the limit
     * @param name of the question or material in words; of the version that has it, the new one when both have
     * @param answer what was answered or handed in there so far, in words; may be empty
     * @param text what changed, in words; may be empty
     */
    record Change(Kind kind, String pointer, String name, List<String> answer, String text) {}

    /** Kinds of changes. */
    enum Kind {
        /** A question that was not asked before. */
        QUESTION_NEW,
        /** A question whose words or kind of answer changed, or whose answer is not accepted as it is. */
        QUESTION_CHANGED,
        /** An answered question that is not asked any more: the answer is kept in the draft and not filed. */
        QUESTION_GONE,
        /** A material that was not asked for before. */
        MATERIAL_NEW,
        /** A material with other conditions. */
        MATERIAL_CHANGED,
        /** A material that is not asked for any more: its files are kept in the draft and not filed. */
        MATERIAL_GONE,
        /** The promised limit. */
        LIMIT
    }

    /** What became of moving. */
    sealed interface Moving permits Moved, Gone, Closed {}

    /**
     * The draft is on the active version.
     *
     * @param draft as it is now
     */
    record Moved(Draft draft) implements Moving {}

    /**
     * Opens a draft on the active version.
     *
     * @param by who fills it in
     * @param party for whom; empty for the first for whom he may act, himself when he can
     * @param implementation implementation code
     * @param request to do it once; may be empty
     * @return the draft, or why not
     * @throws org.openhall.api.catalogue.ItemUnavailable when no version is active now
     */
    Opening open(Account by, Optional<Long> party, String implementation, Optional<RequestKey> request);

    /**
     * Finds a draft.
     *
     * @param id the draft's id
     * @param by who asks
     * @return empty when there is none or it is somebody else's
     */
    Optional<Draft> find(long id, Account by);

    /**
     * The drafts of an account that are not filed, last changed first, without their answers.
     *
     * @param by who asks
     * @param implementation those of this implementation code only; empty for all
     * @param limit 1–100
     * @param after from {@code Page.next}
     * @return a page
     */
    Page<DraftHead> list(Account by, Optional<String> implementation, int limit, Optional<String> after);

    /**
     * Replaces the answers.
     *
     * @param id the draft's id
     * @param by who asks
     * @param answers all of them
     * @param revision the revision they are based on; empty to replace whatever is there
     * @return saved, or why not
     * @throws java.util.NoSuchElementException when there is none or it is somebody else's
     * @throws AnswersTooLarge when they are larger than {@link AnswersTooLarge#LIMIT}
     */
    Saving save(long id, Account by, Answers answers, OptionalLong revision);

    /**
     * Where a draft stands, and what would change by moving it.
     *
     * @param draft the draft
     * @param language "zh" or "en"
     * @return where it stands
     */
    Standing standing(Draft draft, String language);

    /**
     * Moves a draft to the version that is active now. All answers and files are kept, those of questions that are not asked any more
     * too; questions that are new get the answers the hall suggests.
     *
     * @param id the draft's id
     * @param by who asks
     * @return the draft, or why not
     * @throws java.util.NoSuchElementException when there is none or it is somebody else's
     */
    Moving move(long id, Account by);

    /**
     * Deletes a draft and its files.
     *
     * @param id the draft's id
     * @param by who asks
     * @return false when there was none
     */
    boolean delete(long id, Account by);

    /**
     * What the hall already knows for a draft, by source, as {@code Form} takes it.
     *
     * @param draft the draft
     * @return such as {@code party.name}
     */
    Map<String, String> known(Draft draft);
}
