package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseState;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.Drafts.Moved;
import org.openhall.api.cases.Filing.Accepted;
import org.openhall.api.cases.Filing.Receipt;
import org.openhall.api.cases.Filing.Returned;
import org.openhall.api.cases.Filing.Superseded;
import org.openhall.api.catalogue.ItemDefinition.Need;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Problem;
import org.openhall.api.storage.KeyReused;
import org.openhall.api.storage.RequestKey;
import org.openhall.item.Answers;
import org.openhall.item.Finding;
import org.openhall.item.Material;

/** What a citizen sees when filing, on every database. */
abstract class FilingContract extends ParkingHall {

    @Test
    void aFiledDraftIsACaseWithNumberCodeAndFirstStep() {
        hall.catalogue.activate(parking.material("photo", Need.OPTIONAL, "/none"), "1.0.0");
        Draft draft = hall.filled(parking, hall.anna);
        hall.materials.put(draft.id(), "photo");

        Accepted receipt = (Accepted) hall.file(draft);

        assertThat(receipt.number()).matches("20261120-[0-9]{6}");
        assertThat(receipt.queryCode()).hasSize(14);
        CaseFile file = hall.cases.find(receipt.number(), hall.anna).orElseThrow();
        assertThat(file.head().state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(file.head().openSteps()).containsExactly("intake");
        assertThat(file.answers().text("/plate")).contains("皖S 12345");
        assertThat(file.answers().text("/owner")).contains("安娜");
        assertThat(file.materials()).hasSize(1);
        assertThat(file.events()).extracting(CaseFile.Event::kind).containsExactly("filed", "opened");
        assertThat(hall.drafts.find(draft.id(), hall.anna).orElseThrow().filedAs())
                .contains(receipt.number());
        assertThat(hall.deskOf(hall.intake)).containsExactly(receipt.number() + " intake");
    }

    @Test
    void aDoubleClickFilesOnce() {
        Draft draft = hall.filled(parking, hall.anna);

        assertThat(hall.file(draft)).isEqualTo(hall.file(draft));
        assertThat(hall.rows("hall_case")).isEqualTo(1);
    }

    @Test
    void twoClicksAtTheSameMomentFileOnce() throws Exception {
        Draft draft = hall.filled(parking, hall.anna);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Receipt>> clicks = Stream.of("k1", "k2", "k3", "k4")
                    .map(key -> Optional.of(TestHall.key(hall.anna, "/submit", key, "a")))
                    .<Callable<Receipt>>map(key -> () -> hall.filing.file(draft.id(), hall.anna, "zh", key))
                    .toList();
            List<Future<Receipt>> receipts = threads.invokeAll(clicks);
            Receipt first = receipts.get(0).get();
            assertThat(first).isInstanceOf(Accepted.class);
            for (Future<Receipt> other : receipts) {
                assertThat(other.get()).isEqualTo(first);
            }
            assertThat(hall.rows("hall_case")).isEqualTo(1);
            assertThat(hall.rows("task")).isEqualTo(1);
            assertThat(hall.rows("request_once")).isEqualTo(4);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aDraftDeletedWhileItIsCheckedIsNotFiled() {
        Draft draft = hall.filled(parking, hall.anna);
        hall.catalogue.duringCheck = () -> hall.drafts.delete(draft.id(), hall.anna);
        RequestKey key = TestHall.key(hall.anna, "/submit", "k1", "a");

        assertThatThrownBy(() -> hall.filing.file(draft.id(), hall.anna, "zh", Optional.of(key)))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(hall.rows("hall_case")).isZero();
        assertThat(hall.rows("request_once")).isZero();
    }

    @Test
    void theSameKeyGivesTheSameReceiptAndAnotherBodyIsRefused() {
        Draft draft = hall.filled(parking, hall.anna);
        RequestKey key = TestHall.key(hall.anna, "/submit", "k1", "a");

        Receipt first = hall.filing.file(draft.id(), hall.anna, "zh", Optional.of(key));
        assertThat(hall.filing.file(draft.id(), hall.anna, "zh", Optional.of(key)))
                .isEqualTo(first);
        assertThatThrownBy(() -> hall.filing.file(
                        draft.id(), hall.anna, "zh", Optional.of(TestHall.key(hall.anna, "/submit", "k1", "b"))))
                .isInstanceOf(KeyReused.class);
        RequestKey other = TestHall.key(hall.anna, "/submit", "k2", "a");
        assertThat(hall.filing.file(draft.id(), hall.anna, "zh", Optional.of(other)))
                .isEqualTo(first);
    }

    @Test
    void anIncompleteFormIsReturnedWithItsProblemsMaterialsLast() {
        TestItem item = TestItem.named("photo-item")
                .start("intake")
                .step(TestItem.step("intake", "intake")
                        .outcome("complete")
                        .end("completed")
                        .done())
                .material("photo", Need.REQUIRED, "")
                .material("mandate", Need.CONDITIONAL, "/agent")
                .material("extra", Need.OPTIONAL, "");
        hall.catalogue.activate(item, "1.0.0");
        Draft draft = hall.draft(item);

        assertThat(((Returned) hall.file(draft)).problems())
                .containsExactly(
                        new Problem("/plate", "required", "请填写车牌号"),
                        new Problem("/materials/photo", "required", "请上传“照片”"));
        assertThat(hall.filing.problems(draft, hall.anna, "en"))
                .contains(new Problem("/materials/photo", "required", "Upload “Photo”"));
        hall.drafts.save(draft.id(), hall.anna, Answers.of(Map.of("plate", "x", "agent", true)), OptionalLong.empty());
        hall.materials.put(draft.id(), "photo");
        assertThat(((Returned) hall.file(draft)).problems())
                .extracting(Problem::pointer)
                .containsExactly("/materials/mandate");
        hall.materials.put(draft.id(), "mandate");
        assertThat(hall.file(draft)).isInstanceOf(Accepted.class);
        assertThat(hall.catalogue.checked.get(0).materials())
                .extracting(Material::code)
                .containsExactly("photo", "mandate");
    }

    @Test
    void aBlockedApplicationLeavesNoTrace() {
        hall.catalogue.findings = List.of(Finding.blocks("/width", "too-wide", "6"), Finding.flags("", "odd"));
        Draft draft = hall.filled(parking, hall.anna);

        assertThat(((Returned) hall.file(draft)).problems())
                .containsExactly(new Problem("/width", "too-wide", "宽度不得超过 6 米"));
        for (String table : List.of("hall_case", "task", "case_event", "case_finding")) {
            assertThat(hall.rows(table)).isZero();
        }
        assertThat(hall.drafts.find(draft.id(), hall.anna)).contains(draft);
    }

    @Test
    void whoChecksHisAnswersSeesWhatTheRulesWillBlock() {
        hall.catalogue.findings = List.of(Finding.blocks("/width", "too-wide", "6"), Finding.flags("", "odd"));
        Draft draft = hall.filled(parking, hall.anna);

        assertThat(hall.filing.blocking(draft, hall.anna, "zh"))
                .containsExactly(new Problem("/width", "too-wide", "宽度不得超过 6 米"));
        assertThat(hall.filing.problems(draft, hall.anna, "zh")).isEmpty();
    }

    @Test
    void whatRulesFlagAndWhatCouldNotBeCheckedIsShownToOfficialsOnly() {
        hall.catalogue.findings = List.of(Finding.flags("/plate", "odd", "皖S"));
        hall.catalogue.unchecked = List.of("slow-rule");
        String number = hall.filed(parking);

        assertThat(hall.open(number, hall.intake).findings())
                .containsExactly(
                        new CaseFile.CaseFinding("", "/plate", "odd", List.of("皖S")),
                        new CaseFile.CaseFinding("slow-rule", "", "", List.of()));
        assertThat(hall.cases.find(number, hall.anna).orElseThrow().findings()).isEmpty();
    }

    @Test
    void aFilingThatFailsHalfwayKeepsTheDraftAndNothingElse() {
        Draft draft = hall.filled(parking, hall.anna);
        hall.materials.breakOnHandOver();
        RequestKey key = TestHall.key(hall.anna, "/submit", "k1", "a");

        assertThatThrownBy(() -> hall.filing.file(draft.id(), hall.anna, "zh", Optional.of(key)))
                .hasMessage("handing over broke");

        assertThat(hall.rows("hall_case")).isZero();
        assertThat(hall.rows("request_once")).isZero();
        assertThat(hall.drafts.find(draft.id(), hall.anna)).contains(draft);
    }

    @Test
    void aDraftChangedWhileItIsCheckedIsCheckedAgain() {
        Draft draft = hall.filled(parking, hall.anna);
        hall.catalogue.duringCheck = () -> {
            hall.catalogue.duringCheck = () -> {};
            hall.drafts.save(draft.id(), hall.anna, Answers.of(Map.of("plate", "new")), OptionalLong.empty());
        };

        String number = ((Accepted) hall.file(draft)).number();

        assertThat(hall.catalogue.checked).hasSize(2);
        assertThat(hall.cases.find(number, hall.anna).orElseThrow().answers().text("/plate"))
                .contains("new");
    }

    @Test
    void aFileAddedWhileTheDraftIsCheckedIsCheckedToo() {
        hall.catalogue.activate(parking.material("photo", Need.OPTIONAL, "/none"), "1.0.0");
        Draft draft = hall.filled(parking, hall.anna);
        hall.catalogue.duringCheck = () -> {
            hall.catalogue.duringCheck = () -> {};
            hall.materials.put(draft.id(), "photo");
        };

        String number = ((Accepted) hall.file(draft)).number();

        assertThat(hall.catalogue.checked).hasSize(2);
        assertThat(hall.cases.find(number, hall.anna).orElseThrow().materials()).hasSize(1);
        assertThat(hall.rows("hall_case")).isEqualTo(1);
    }

    @Test
    void aDraftWhoseVersionIsOverIsSentToTheNewOneAndKept() {
        Draft draft = hall.filled(parking, hall.anna);
        hall.catalogue.activate(parking, "1.1.0");
        hall.catalogue.acceptsOldLines = false;

        assertThat(hall.file(draft)).isEqualTo(new Superseded(Version.parse("1.1.0")));

        Draft moved = ((Moved) hall.drafts.move(draft.id(), hall.anna)).draft();
        assertThat(moved.answers()).isEqualTo(draft.answers());
        assertThat(hall.file(moved)).isInstanceOf(Accepted.class);
    }

    @Test
    void anItemThatIsAwayLosesNothing() {
        Draft draft = hall.filled(parking, hall.anna);
        hall.catalogue.away = true;
        assertThatThrownBy(() -> hall.file(draft)).isInstanceOf(ItemUnavailable.class);

        hall.catalogue.away = false;
        assertThat(hall.file(draft)).isInstanceOf(Accepted.class);
    }

    @Test
    void nobodyFilesSomebodyElsesDraft() {
        Draft draft = hall.filled(parking, hall.anna);
        var bert = hall.accounts.citizen("伯特", true);

        assertThatThrownBy(() -> hall.filing.file(draft.id(), bert, "zh", Optional.empty()))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whoLostTheMandateCannotFile() {
        Draft draft = hall.filled(parking, hall.anna);
        hall.accounts.endMandates(hall.anna);

        assertThat(((Returned) hall.file(draft)).problems())
                .extracting(Problem::code)
                .containsExactly("mandate");
    }

    @Test
    void thePromisedDaysOfTheImplementationGoFirst() {
        String ten = hall.filed(parking);
        assertThat(hall.open(ten, hall.intake).clock().limit()).isEqualTo(TestItem.days(10));

        TestItem quick = TestItem.parking().promised(4);
        hall.catalogue.activate(quick, "1.2.0");
        assertThat(hall.open(hall.filed(quick), hall.intake).clock().limit()).isEqualTo(TestItem.days(4));
    }

    @Test
    void filedByTheRowAsItIsStoredWhateverWasShownAMomentAgo() {
        TestItem quick = TestItem.parking().promised(4);
        hall.catalogue.activate(quick, "1.2.0");
        hall.catalogue.stillShows(parking);

        assertThat(hall.open(hall.filed(quick), hall.intake).clock().limit()).isEqualTo(TestItem.days(4));
    }
}
