package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseState;
import org.openhall.api.cases.Desk.Act;
import org.openhall.api.cases.Desk.Acted;
import org.openhall.api.cases.Desk.Done;
import org.openhall.api.cases.Desk.Elsewhere;
import org.openhall.api.cases.Desk.Improper;
import org.openhall.api.cases.Draft;
import org.openhall.api.catalogue.ItemDefinition.Need;
import org.openhall.api.catalogue.Version;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.storage.KeyReused;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.users.Account;
import org.openhall.api.users.Post;
import org.openhall.storage.testing.TestStorage;

/** What officials see and do, on every database. */
abstract class DeskContract {

    private TestHall hall;
    private TestItem parking;

    abstract TestStorage storage();

    @BeforeEach
    void open() {
        hall = new TestHall(storage());
        parking = TestItem.parking();
        hall.catalogue.activate(parking, "1.0.0");
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void aCaseGoesFromStepToStepUntilItsEnd() {
        String number = hall.filed(parking);

        assertThat(hall.act(number, "accept", hall.intake))
                .isEqualTo(new Done(number, CaseState.ACCEPTED, List.of("check")));
        hall.storage.clock().advance(Duration.ofHours(1));
        assertThat(hall.act(number, "pass", hall.review))
                .isEqualTo(new Done(number, CaseState.ACCEPTED, List.of("decide")));
        hall.storage.clock().advance(Duration.ofHours(1));
        assertThat(hall.act(number, "approve", hall.approve))
                .isEqualTo(new Done(number, CaseState.COMPLETED, List.of()));

        CaseFile file = hall.cases.find(number, hall.anna).orElseThrow();
        assertThat(file.head().endedAt()).contains(hall.storage.clock().instant());
        assertThat(file.documents())
                .extracting(CaseFile.IssuedDocument::template)
                .containsExactly("notice", "permit");
        assertThat(file.events())
                .extracting(event -> event.kind() + " " + event.step() + " " + event.outcome())
                .containsExactly(
                        "filed  ",
                        "opened intake ",
                        "acted intake accept",
                        "opened check ",
                        "acted check pass",
                        "opened decide ",
                        "acted decide approve");
        assertThat(hall.deskOf(hall.approve)).isEmpty();
    }

    @Test
    void nobodySeesOrDoesWhatIsNotHis() {
        String number = hall.filed(parking);
        Account otherDepartment = hall.accounts.official("周", new Post("intake", "health", TestHall.REGION));
        Account otherRegion = hall.accounts.official("吴", new Post("intake", "traffic", "3417"));
        long task = hall.open(number, hall.intake).tasks().get(0).id();

        for (Account stranger : List.of(otherDepartment, otherRegion, hall.review, hall.anna)) {
            assertThat(hall.deskOf(stranger)).isEmpty();
            assertThat(hall.desk.open(number, stranger)).isEmpty();
            assertThat(hall.desk.claim(task, stranger)).isFalse();
            assertThatThrownBy(() -> hall.act(number, "accept", stranger)).isInstanceOf(NoSuchElementException.class);
            assertThatThrownBy(() -> hall.desk.act(
                            new Act(number, "accept", OptionalLong.of(task), "", stranger, Optional.empty())))
                    .isInstanceOf(NoSuchElementException.class);
        }
        assertThatThrownBy(() -> hall.act("20261120-999999", "accept", hall.intake))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aLongCaseDoesNotLoseItsOpenTasks() {
        String number = hall.filed(parking);
        String closed = "((select max(id) from hall_case), 'intake', 'intake', 'traffic', '3416',"
                + " timestamp '2026-11-01 00:00:00', timestamp '2026-11-01 00:00:00',"
                + " timestamp '2026-11-01 00:00:00', false, 'correct')";
        hall.execute(
                "insert into task (case_id, step, post, department, region, opened_at, due_at, closed_at, is_open, outcome)"
                        + " values " + String.join(", ", Collections.nCopies(600, closed)));
        hall.act(number, "accept", hall.intake);

        assertThat(hall.open(number, hall.review).tasks()).hasSize(500).last().satisfies(task -> {
            assertThat(task.step()).isEqualTo("check");
            assertThat(task.open()).isTrue();
        });
        assertThat(hall.act(number, "pass", hall.review))
                .isEqualTo(new Done(number, CaseState.ACCEPTED, List.of("decide")));
    }

    @Test
    void aTaskOfAnotherStepOfTheSameCaseCannotBeNamed() {
        String number = hall.filed(parking);
        hall.act(number, "accept", hall.intake);
        long check = hall.open(number, hall.review).tasks().get(1).id();

        assertThatThrownBy(() -> hall.desk.act(
                        new Act(number, "pass", OptionalLong.of(check), "", hall.intake, Optional.empty())))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whoeverOnceHadTheCaseMayReadOnButDoNothing() {
        String number = hall.filed(parking);
        hall.act(number, "accept", hall.intake);

        CaseFile file = hall.open(number, hall.intake);
        assertThat(hall.desk.doable(file, hall.intake)).isEmpty();
        assertThat(hall.desk.doable(file, hall.review)).hasSize(1);
    }

    @Test
    void ofTwoOfficialsAtOnceOneWinsAndTheOtherLearnsWhoDid() throws Exception {
        String number = hall.filed(parking);
        hall.act(number, "accept", hall.intake);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Acted>> acts = List.of(
                    () -> hall.act(number, "pass", hall.review), () -> hall.act(number, "pass", hall.colleague));
            List<Acted> answers = new ArrayList<>();
            for (Future<Acted> answer : threads.invokeAll(acts)) {
                answers.add(answer.get());
            }
            boolean firstWon = answers.get(0) instanceof Done;
            Acted lost = answers.get(firstWon ? 1 : 0);
            assertThat(answers.get(firstWon ? 0 : 1)).isInstanceOf(Done.class);
            assertThat(lost)
                    .isEqualTo(new Elsewhere(
                            CaseState.ACCEPTED,
                            List.of("decide"),
                            firstWon ? "王审核" : "赵审核",
                            hall.storage.clock().instant(),
                            "pass"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aTaskTakenByAColleagueIsHis() {
        String number = hall.filed(parking);
        hall.act(number, "accept", hall.intake);
        long task = hall.open(number, hall.review).tasks().get(1).id();

        assertThat(hall.desk.claim(task, hall.colleague)).isTrue();
        assertThat(hall.desk.claim(task, hall.colleague)).isTrue();
        assertThat(hall.desk.claim(task, hall.review)).isFalse();
        assertThat(hall.act(number, "pass", hall.review)).isInstanceOfSatisfying(Elsewhere.class, elsewhere -> {
            assertThat(elsewhere.lastActor()).isEqualTo("赵审核");
            assertThat(elsewhere.lastOutcome()).isEqualTo("claimed");
            assertThat(elsewhere.openSteps()).containsExactly("check");
        });
        assertThat(hall.open(number, hall.review).tasks().get(1).claimantName()).isEqualTo("赵审核");

        assertThat(hall.desk.release(task, hall.review)).isFalse();
        assertThat(hall.desk.release(task, hall.colleague)).isTrue();
        assertThat(hall.act(number, "pass", hall.review)).isInstanceOf(Done.class);
        assertThat(hall.open(number, hall.review).events())
                .extracting(CaseFile.Event::kind)
                .contains("claimed", "released");
        assertThat(hall.cases.find(number, hall.anna).orElseThrow().events())
                .extracting(CaseFile.Event::kind)
                .doesNotContain("claimed", "released");
    }

    @Test
    void anActThatDoesNotFitTheStepSaysWhereTheCaseIs() {
        String number = hall.filed(parking);

        assertThat(hall.act(number, "approve", hall.intake)).isInstanceOfSatisfying(Elsewhere.class, elsewhere -> {
            assertThat(elsewhere.state()).isEqualTo(CaseState.SUBMITTED);
            assertThat(elsewhere.openSteps()).containsExactly("intake");
            assertThat(elsewhere.lastOutcome()).isEqualTo("filed");
        });
    }

    @Test
    void aRefusalNeedsAnOpinionWhichTheApplicantReads() {
        String number = hall.filed(parking);

        assertThat(hall.act(number, "decline", " ", hall.intake)).isEqualTo(new Improper("/opinion", "required"));
        assertThat(hall.act(number, "decline", "x".repeat(2001), hall.intake))
                .isEqualTo(new Improper("/opinion", "too-long"));
        assertThat(hall.act(number, "decline", "不属于本机关职权", hall.intake))
                .isEqualTo(new Done(number, CaseState.DECLINED, List.of()));
        assertThat(hall.cases.find(number, hall.anna).orElseThrow().events())
                .extracting(CaseFile.Event::opinion)
                .contains("不属于本机关职权");
    }

    @Test
    void whatOfficialsSayAmongThemselvesStaysThere() {
        String number = hall.filed(parking);
        hall.act(number, "accept", hall.intake);
        hall.storage.clock().advance(Duration.ofMinutes(1));
        hall.act(number, "pass", "请注意消防通道", hall.review);

        assertThat(hall.open(number, hall.approve).events())
                .extracting(CaseFile.Event::opinion)
                .contains("请注意消防通道");
        assertThat(hall.cases.find(number, hall.anna).orElseThrow().events())
                .extracting(CaseFile.Event::opinion)
                .doesNotContain("请注意消防通道");
    }

    @Test
    void theSameKeyGivesTheSameAnswerAlsoWhenTheCaseHasGoneOn() {
        String number = hall.filed(parking);
        Act act = act(number, "accept", hall.intake, "k", "a");

        Acted first = hall.desk.act(act);
        hall.storage.clock().advance(Duration.ofMinutes(1));
        hall.act(number, "pass", hall.review);
        assertThat(hall.desk.act(act)).isEqualTo(first);
        assertThatThrownBy(() -> hall.desk.act(act(number, "accept", hall.intake, "k", "b")))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void aRequestThatDidNothingIsNotRemembered() {
        String number = hall.filed(parking);
        Act early = act(number, "pass", hall.review, "k", "a");
        assertThatThrownBy(() -> hall.desk.act(early)).isInstanceOf(NoSuchElementException.class);
        hall.act(number, "accept", hall.intake);

        assertThat(hall.desk.act(early)).isInstanceOf(Done.class);
    }

    @Test
    void everyActRecordsTheVersionThatRan() {
        String number = hall.filed(parking);
        hall.catalogue.activate(parking, "1.0.3");
        hall.catalogue.activate(parking, "2.0.0");
        hall.act(number, "accept", hall.intake);

        CaseFile file = hall.open(number, hall.intake);
        assertThat(file.head().version()).isEqualTo(Version.parse("1.0.0"));
        assertThat(file.events().get(2).version()).isEqualTo(Version.parse("1.0.3"));
    }

    @Test
    void anOpinionAboutAFileIsSeenByTheNextPostAndNotByTheApplicant() {
        hall.catalogue.activate(parking.material("photo", Need.OPTIONAL, "/none"), "1.0.0");
        Draft draft = hall.filled(parking, hall.anna);
        StoredMaterial photo = hall.materials.put(draft.id(), "photo");
        hall.file(draft);
        String number =
                hall.drafts.find(draft.id(), hall.anna).orElseThrow().filedAs().orElseThrow();

        assertThat(hall.desk.opine(number, photo.id(), false, "看不清", hall.intake))
                .isTrue();
        assertThat(hall.desk.opine(number, photo.id() + 1, true, "", hall.intake))
                .isFalse();
        assertThat(hall.desk.opine(number, photo.id(), true, "", hall.review)).isFalse();
        assertThatThrownBy(() -> hall.desk.opine(number, photo.id(), false, "", hall.intake))
                .isInstanceOf(IllegalArgumentException.class);

        hall.act(number, "accept", hall.intake);
        assertThat(hall.open(number, hall.review).opinions())
                .extracting(CaseFile.MaterialOpinion::text)
                .containsExactly("看不清");
        assertThat(hall.cases.find(number, hall.anna).orElseThrow().opinions()).isEmpty();
    }

    @Test
    void whoOpenedACaseIsRecordedOnceInTenMinutes() {
        String number = hall.filed(parking);
        hall.open(number, hall.intake);
        hall.open(number, hall.intake);
        assertThat(hall.rows("case_reading")).isEqualTo(1);

        hall.storage.clock().advance(Duration.ofMinutes(11));
        hall.open(number, hall.intake);
        assertThat(hall.rows("case_reading")).isEqualTo(2);
    }

    @Test
    void aCaseOpensEvenWhenTheReadingCannotBeRecorded() {
        String number = hall.filed(parking);
        hall.execute("alter table case_reading add missing integer not null");

        assertThat(hall.desk.open(number, hall.intake)).isPresent();
    }

    private static Act act(String number, String action, Account by, String key, String body) {
        RequestKey request = TestHall.key(by, "/desk/" + number + "/" + action, key, body);
        return new Act(number, action, OptionalLong.empty(), "", by, Optional.of(request));
    }
}
