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
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseState;
import org.openhall.api.cases.Desk.Act;
import org.openhall.api.cases.Desk.Acted;
import org.openhall.api.cases.Desk.Done;
import org.openhall.api.cases.Desk.Elsewhere;
import org.openhall.api.storage.KeyReused;
import org.openhall.api.users.Account;
import org.openhall.api.users.Post;

/** What officials see and do, on every database. */
abstract class DeskContract extends DeskHall {

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
        String closed = "((select max(id) from hall_case), 'intake', 'intake', 'traffic', '3416', cast('00' as bytea),"
                + " timestamp '2026-11-01 00:00:00', timestamp '2026-11-01 00:00:00',"
                + " timestamp '2026-11-01 00:00:00', false, 'correct', '')";
        hall.execute(
                "insert into task (case_id, step, post, department, region, desk, opened_at, due_at, closed_at, is_open, outcome, clock)"
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
}
