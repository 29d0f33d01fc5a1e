package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Serving;
import org.openhall.api.cases.CaseFile.Waiting;
import org.openhall.api.cases.Cases.Progress;
import org.openhall.api.cases.Desk.Done;
import org.openhall.api.cases.Draft;
import org.openhall.api.catalogue.Catalogue.Absence;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.Version;
import org.openhall.item.Review;

/** Cases whose item's code is away, and corrections that reach open cases; on every database. */
abstract class WaitingContract extends HallContract {

    private final TestItem item = automatic("automatic", "compare", "register");

    @BeforeEach
    void activate() {
        hall.catalogue.review = () -> Optional.of(Review.take("pass", ""));
        hall.catalogue.activate(item, "1.2.0");
    }

    /** A step that code tries first, then the decision. */
    private static TestItem automatic(String key, String step, String code) {
        return TestItem.named(key)
                .start(step)
                .step(TestItem.step(step, "review")
                        .automatic(code)
                        .outcome("pass")
                        .to("decide")
                        .done())
                .step(TestItem.step("decide", "approve")
                        .outcome("approve")
                        .end("completed")
                        .done());
    }

    @Test
    void aStepWhoseCodeIsAwayWaitsForDaysAndGoesOnHalfAMinuteAfterItCameBack() {
        String number = hall.filed(item);
        hall.catalogue.away = true;
        for (int hour = 0; hour < 72; hour++) {
            hall.storage.deliverNow(hall.automatic);
            hall.storage.clock().advance(Duration.ofHours(1));
        }
        assertThat(hall.rows("outbox_message where parked = true")).isZero();
        assertThat(hall.deskOf(hall.review)).containsExactly(number + " compare");

        hall.storage.deliverNow(hall.automatic);
        hall.catalogue.away = false;
        hall.storage.clock().advance(Duration.ofSeconds(30));
        hall.storage.deliverNow(hall.automatic);
        assertThat(hall.deskOf(hall.approve)).containsExactly(number + " decide");
        assertThat(hall.rows("outbox_message")).isZero();
    }

    @Test
    void everybodyIsToldWhyTheStepWaitsAndNobodyWhenItDoesNot() {
        String number = hall.filed(item);
        String code = hall.cases.queryCode(number, hall.anna).orElseThrow();
        assertThat(hall.open(number, hall.review).waiting()).isEmpty();

        hall.catalogue.away = true;
        Optional<Waiting> waits = Optional.of(new Waiting(Absence.MISSING, List.of("compare")));
        assertThat(hall.open(number, hall.review).waiting()).isEqualTo(waits);
        assertThat(hall.cases.find(number, hall.anna).orElseThrow().waiting()).isEqualTo(waits);
        assertThat(((Progress) hall.cases.progress(number, code, "::1")).waiting())
                .isEqualTo(waits);

        assertThat(hall.act(number, "pass", hall.review))
                .as("an official does it by hand")
                .isInstanceOf(Done.class);
        assertThat(hall.open(number, hall.approve).waiting())
                .as("nothing waits any more")
                .contains(new Waiting(Absence.MISSING, List.of()));
        hall.storage.deliverNow(hall.automatic);
        assertThat(hall.rows("outbox_message"))
                .as("what was done by hand is not waited for")
                .isZero();

        assertThat(hall.act(number, "approve", hall.approve)).isInstanceOf(Done.class);
        assertThat(hall.open(number, hall.approve).waiting()).isEmpty();
        assertThat(hall.open(number, hall.approve).serving()).isEmpty();
    }

    @Test
    void aStepOfAnExtensionWaitsForTheCodeOfTheExtensionAndNotForTheItems() {
        TestItem extended = automatic("extended", "expert.look", "expert.looks");
        hall.catalogue.activate(extended, "1.0.0");
        String number = hall.filed(extended);

        hall.catalogue.extensionAway = Optional.of(Absence.WITHDRAWN);
        assertThat(hall.open(number, hall.review).waiting())
                .contains(new Waiting(Absence.WITHDRAWN, List.of("expert.look")));
        hall.storage.deliverNow(hall.automatic);
        assertThat(hall.deskOf(hall.review)).containsExactly(number + " expert.look");

        hall.catalogue.extensionAway = Optional.empty();
        hall.catalogue.away = true;
        assertThat(hall.open(number, hall.review).waiting())
                .as("the item's own code is not what it waits for")
                .contains(new Waiting(Absence.MISSING, List.of()));
        hall.catalogue.away = false;
        hall.storage.clock().advance(Duration.ofSeconds(30));
        hall.storage.deliverNow(hall.automatic);
        assertThat(hall.deskOf(hall.approve)).containsExactly(number + " decide");
    }

    @Test
    void whatAStepLeftToTheOfficialDoesNotWait() {
        hall.catalogue.review = Optional::empty;
        String number = hall.filed(item);
        hall.storage.deliverNow(hall.automatic);
        hall.catalogue.away = true;

        assertThat(hall.open(number, hall.review).waiting()).contains(new Waiting(Absence.MISSING, List.of()));
    }

    @Test
    void filingWhileTheCodeIsAwayKeepsTheDraft() {
        Draft draft = hall.filled(item, hall.anna);
        hall.catalogue.away = true;

        assertThatThrownBy(() -> hall.file(draft)).isInstanceOf(ItemUnavailable.class);
        assertThat(hall.drafts.find(draft.id(), hall.anna)).contains(draft);
        assertThat(hall.rows("hall_case")).isZero();
    }

    @Test
    void aCorrectionReachesAnOpenCaseAndItsHistorySaysWhenUntilSomethingHappensUnderIt() {
        String number = hall.filed(item);
        assertThat(hall.open(number, hall.review).serving())
                .contains(new Serving(Version.parse("1.2.0"), Optional.empty()));

        hall.catalogue.since = Instant.parse("2026-11-20T09:00:00Z");
        hall.catalogue.activate(item, "1.2.4");
        Serving corrected = new Serving(Version.parse("1.2.4"), Optional.of(hall.catalogue.since));
        assertThat(hall.open(number, hall.review).serving()).contains(corrected);
        assertThat(hall.cases.find(number, hall.anna).orElseThrow().serving()).contains(corrected);

        hall.act(number, "pass", hall.review);
        CaseFile file = hall.open(number, hall.review);
        assertThat(file.serving()).contains(new Serving(Version.parse("1.2.4"), Optional.empty()));
        assertThat(file.events())
                .extracting(event -> event.kind() + " " + event.version())
                .containsExactly("filed 1.2.0", "opened 1.2.0", "acted 1.2.4", "opened 1.2.4");
    }
}
