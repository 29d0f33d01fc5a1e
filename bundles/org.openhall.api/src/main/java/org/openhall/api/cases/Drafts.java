package org.openhall.api.cases;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
    record Gone(Optional<String> filedAs) implements Saving {}

    /**
     * Opens a draft on the active version.
     *
     * @param by who fills it in
     * @param party for whom
     * @param implementation implementation code
     * @param request to do it once; may be empty
     * @return the draft, or why not
     * @throws org.openhall.api.catalogue.ItemUnavailable when no version is active now
     */
    Opening open(Account by, long party, String implementation, Optional<RequestKey> request);

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
     * Moves a draft to the version that is active now; answers are kept.
     *
     * @param id the draft's id
     * @param by who asks
     * @return the draft
     * @throws java.util.NoSuchElementException when there is none or it is somebody else's
     */
    Draft move(long id, Account by);

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
