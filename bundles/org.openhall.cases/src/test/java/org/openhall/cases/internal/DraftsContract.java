package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.AnswersTooLarge;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.DraftHead;
import org.openhall.api.cases.Drafts.Conflict;
import org.openhall.api.cases.Drafts.Gone;
import org.openhall.api.cases.Drafts.NotFor;
import org.openhall.api.cases.Drafts.Opened;
import org.openhall.api.cases.Drafts.Saved;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.paging.Page;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.users.Account;
import org.openhall.item.Answers;

/** What a citizen sees of drafts, on every database. */
abstract class DraftsContract extends ParkingHall {

    @Test
    void aNewDraftKnowsWhatTheHallKnows() {
        Draft draft = hall.draft(parking);

        assertThat(draft.answers().text("/phone")).contains("13800000000");
        assertThat(draft.version()).hasToString("1.0.0");
        assertThat(hall.drafts.known(draft))
                .containsEntry("party.name", "安娜")
                .containsEntry("party.idType", "resident-id")
                .containsEntry("account.phone", "13800000000")
                .doesNotContainKey("party.legalRepresentative");
    }

    @Test
    void theSameRequestOpensOneDraft() {
        Optional<RequestKey> key = Optional.of(TestHall.key(hall.anna, "/applications", "k", "a"));

        var first = hall.drafts.open(hall.anna, Optional.of(hall.anna.id()), parking.code(), key);
        assertThat(hall.drafts.open(hall.anna, Optional.of(hall.anna.id()), parking.code(), key))
                .isEqualTo(first);
        assertThat(hall.rows("draft")).isEqualTo(1);
    }

    @Test
    void nobodyOpensADraftForAPartyWithoutAMandate() {
        Account bert = hall.accounts.citizen("伯特", true);
        assertThat(hall.drafts.open(hall.anna, Optional.of(bert.id()), parking.code(), Optional.empty()))
                .isEqualTo(new NotFor("mandate"));

        hall.accounts.mandate(hall.anna, bert.id());
        assertThat(hall.drafts.open(hall.anna, Optional.of(bert.id()), parking.code(), Optional.empty()))
                .isInstanceOf(Opened.class);
    }

    @Test
    void whoDoesNotSayForWhomOpensADraftForHimself() {
        Account bert = hall.accounts.citizen("伯特", true);
        hall.accounts.mandate(hall.anna, bert.id());
        Opened opened = (Opened) hall.drafts.open(hall.anna, Optional.empty(), parking.code(), Optional.empty());
        assertThat(opened.draft().party()).isEqualTo(hall.anna.id());

        assertThat(hall.drafts.open(hall.intake, Optional.empty(), parking.code(), Optional.empty()))
                .isEqualTo(new NotFor("mandate"));
    }

    @Test
    void whatIsNotOnlineCannotBeOpened() {
        assertThat(hall.drafts.open(hall.anna, Optional.of(hall.anna.id()), "unknown", Optional.empty()))
                .isEqualTo(new NotFor("offline"));
        TestItem inactive = TestItem.named("inactive");
        hall.catalogue.activate(inactive, "1.0.0");
        hall.catalogue.deactivate("inactive");
        assertThatThrownBy(() ->
                        hall.drafts.open(hall.anna, Optional.of(hall.anna.id()), inactive.code(), Optional.empty()))
                .isInstanceOf(ItemUnavailable.class);
    }

    @Test
    void aDraftChangedInAnotherWindowIsNotOverwritten() {
        Draft draft = hall.draft(parking);
        OptionalLong seen = OptionalLong.of(draft.revision());
        Draft saved = ((Saved) hall.drafts.save(draft.id(), hall.anna, plate("A"), seen)).draft();
        assertThat(saved.revision()).isEqualTo(draft.revision() + 1);

        assertThat(hall.drafts.save(draft.id(), hall.anna, plate("B"), seen)).isEqualTo(new Conflict(saved));
        assertThat(hall.drafts.save(draft.id(), hall.anna, plate("B"), OptionalLong.empty()))
                .isInstanceOf(Saved.class);
    }

    @Test
    void savingTheSameAgainIsNoChange() {
        Draft draft = hall.draft(parking);
        Draft saved = ((Saved) hall.drafts.save(draft.id(), hall.anna, plate("A"), OptionalLong.empty())).draft();

        assertThat(hall.drafts.save(draft.id(), hall.anna, plate("A"), OptionalLong.empty()))
                .isEqualTo(new Saved(saved));
    }

    @Test
    void aFiledDraftDoesNotChangeAnyMore() {
        Draft draft = hall.filled(parking, hall.anna);
        hall.file(draft);
        String number =
                hall.drafts.find(draft.id(), hall.anna).orElseThrow().filedAs().orElseThrow();

        assertThat(hall.drafts.save(draft.id(), hall.anna, plate("B"), OptionalLong.empty()))
                .isEqualTo(new Gone(Optional.of(number)));
        assertThat(hall.drafts.delete(draft.id(), hall.anna)).isFalse();
        assertThat(hall.drafts
                        .list(hall.anna, Optional.empty(), 10, Optional.empty())
                        .entries())
                .isEmpty();
    }

    @Test
    void answersHaveALimit() {
        Draft draft = hall.draft(parking);
        Answers large = plate("字".repeat(AnswersTooLarge.LIMIT / 3 + 1));
        assertThatThrownBy(() -> hall.drafts.save(draft.id(), hall.anna, large, OptionalLong.empty()))
                .isInstanceOf(AnswersTooLarge.class);
        assertThat(hall.drafts.find(draft.id(), hall.anna)).contains(draft);
    }

    @Test
    void aDeletedDraftIsGoneWithItsFiles() {
        Draft draft = hall.draft(parking);
        hall.materials.put(draft.id(), "photo");

        assertThat(hall.drafts.delete(draft.id(), hall.anna)).isTrue();

        assertThat(hall.drafts.find(draft.id(), hall.anna)).isEmpty();
        assertThat(hall.materials.ofDraft(draft.id())).isEmpty();
        assertThat(hall.drafts.delete(draft.id(), hall.anna)).isFalse();
    }

    @Test
    void nobodySeesOrChangesSomebodyElsesDraft() {
        Draft draft = hall.draft(parking);
        Account bert = hall.accounts.citizen("伯特", true);
        hall.accounts.mandate(bert, hall.anna.id());

        assertThat(hall.drafts.find(draft.id(), bert)).isEmpty();
        assertThat(hall.drafts
                        .list(bert, Optional.empty(), 10, Optional.empty())
                        .entries())
                .isEmpty();
        assertThat(hall.drafts.delete(draft.id(), bert)).isFalse();
        assertThatThrownBy(() -> hall.drafts.save(draft.id(), bert, plate("B"), OptionalLong.empty()))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> hall.drafts.move(draft.id(), bert)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void draftsAreListedPageByPageLastChangedFirst() {
        Draft first = hall.draft(parking);
        Draft second = hall.draft(parking);
        Draft third = hall.draft(parking);
        hall.storage.clock().advance(Duration.ofMinutes(1));
        hall.drafts.save(first.id(), hall.anna, plate("A"), OptionalLong.empty());

        Page<DraftHead> page = hall.drafts.list(hall.anna, Optional.empty(), 2, Optional.empty());
        assertThat(ids(page)).containsExactly(first.id(), third.id());
        Page<DraftHead> next = hall.drafts.list(hall.anna, Optional.empty(), 2, page.next());
        assertThat(ids(next)).containsExactly(second.id());
        assertThat(next.next()).isEmpty();
    }

    @Test
    void theDraftsOfOneImplementationAreFoundAmongOthers() {
        TestItem bench = TestItem.named("bench");
        hall.catalogue.activate(bench, "1.0.0");
        Draft first = hall.draft(parking);
        hall.draft(bench);
        Draft second = hall.draft(parking);

        Page<DraftHead> page = hall.drafts.list(hall.anna, Optional.of(parking.code()), 1, Optional.empty());
        assertThat(page.entries())
                .containsExactly(new DraftHead(
                        second.id(),
                        second.item(),
                        parking.code(),
                        second.version(),
                        hall.anna.id(),
                        second.revision(),
                        second.updatedAt()));
        assertThat(ids(hall.drafts.list(hall.anna, Optional.of(parking.code()), 1, page.next())))
                .containsExactly(first.id());
        assertThat(hall.drafts
                        .list(hall.anna, Optional.of("unknown"), 1, Optional.empty())
                        .entries())
                .isEmpty();
    }

    private static List<Long> ids(Page<DraftHead> page) {
        return page.entries().stream().map(DraftHead::id).toList();
    }

    private static Answers plate(String plate) {
        return Answers.of(Map.of("plate", plate));
    }
}
