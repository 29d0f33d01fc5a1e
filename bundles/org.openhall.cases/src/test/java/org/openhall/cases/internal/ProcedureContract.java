package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.CaseState;
import org.openhall.api.cases.ClockReading.State;
import org.openhall.api.cases.Desk.Act;
import org.openhall.api.cases.Desk.Acted;
import org.openhall.api.cases.Desk.Done;
import org.openhall.api.cases.Desk.Elsewhere;
import org.openhall.api.cases.Desk.Query;
import org.openhall.api.cases.Desk.Row;
import org.openhall.api.cases.Desk.Which;
import org.openhall.api.users.Account;
import org.openhall.api.users.Post;

/** How cases move: parallel steps, clocks, automatic steps; on every database. */
abstract class ProcedureContract extends ProcedureHall {

    /** Fire and health look at it at the same time; the decision waits for both. */
    private TestItem parallel() {
        TestItem item = TestItem.named("parallel")
                .start("fire", "health")
                .step(TestItem.step("fire", "review")
                        .department("fire")
                        .outcome("pass")
                        .to("decide")
                        .done()
                        .outcome("stop")
                        .end("refused")
                        .done())
                .step(TestItem.step("health", "review", TestItem.days(3))
                        .department("health")
                        .outcome("pass")
                        .to()
                        .done())
                .step(TestItem.step("decide", "approve")
                        .waitsFor("fire", "health")
                        .outcome("approve")
                        .end("completed")
                        .done());
        hall.catalogue.activate(item, "1.0.0");
        return item;
    }

    private Account reviewer(String... departments) {
        List<Post> posts = new ArrayList<>();
        for (String department : departments) {
            posts.add(new Post("review", department, TestHall.REGION));
        }
        return hall.accounts.official(String.join(" ", departments), posts.toArray(Post[]::new));
    }

    @Test
    void aStepThatWaitsOpensWhenTheLastOfTheOthersIsDone() {
        String number = hall.filed(parallel());

        assertThat(hall.act(number, "pass", reviewer("fire")))
                .isEqualTo(new Done(number, CaseState.SUBMITTED, List.of("health")));
        // It is health that ends last, though only fire asked for the decision.
        assertThat(hall.act(number, "pass", reviewer("health")))
                .isEqualTo(new Done(number, CaseState.SUBMITTED, List.of("decide")));
        assertThat(hall.act(number, "approve", hall.approve))
                .isEqualTo(new Done(number, CaseState.COMPLETED, List.of()));
    }

    @Test
    void aCaseGoesItsWayWhateverTheClockDoes() {
        hall.storage.clock().advance(Duration.ofDays(40));
        String number = hall.filed(parallel());
        hall.storage.clock().advance(Duration.ofDays(-40));

        assertThat(hall.act(number, "pass", reviewer("fire"))).isInstanceOf(Done.class);
        hall.storage.clock().advance(Duration.ofDays(400));
        assertThat(hall.act(number, "pass", reviewer("health"))).isInstanceOf(Done.class);
        hall.storage.clock().advance(Duration.ofDays(-800));
        assertThat(hall.act(number, "approve", hall.approve))
                .isEqualTo(new Done(number, CaseState.COMPLETED, List.of()));
    }

    @Test
    void twoDepartmentsAtTheSameMomentOpenTheNextStepOnce() throws Exception {
        Account fire = reviewer("fire");
        Account health = reviewer("health");
        TestItem item = parallel();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 10; i++) {
                String number = hall.filed(item);
                List<Callable<Acted>> acts =
                        List.of(() -> hall.act(number, "pass", fire), () -> hall.act(number, "pass", health));
                for (Future<Acted> act : threads.invokeAll(acts)) {
                    assertThat(act.get()).isInstanceOf(Done.class);
                }
                assertThat(hall.open(number, hall.approve).tasks())
                        .filteredOn(Task::open)
                        .extracting(Task::step)
                        .containsExactly("decide");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoMayDoSeveralTasksHasToNameOne() {
        String number = hall.filed(parallel());
        Account both = reviewer("fire", "health");

        Acted answer = hall.act(number, "pass", both);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Which.class,
                        which ->
                                assertThat(which.tasks()).extracting(Task::step).containsExactly("fire", "health"));
        long fire = ((Which) answer).tasks().get(0).id();
        Act named = new Act(number, "pass", OptionalLong.of(fire), "", both, Optional.empty());
        assertThat(hall.desk.act(named)).isInstanceOf(Done.class);
        assertThat(hall.desk.act(named)).isInstanceOf(Elsewhere.class);
    }

    @Test
    void anEndClosesWhatIsStillOpen() {
        String number = hall.filed(parallel());
        Account health = reviewer("health");
        long taken = hall.open(number, health).tasks().stream()
                .filter(task -> task.step().equals("health"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(hall.desk.claim(taken, health)).isTrue();

        assertThat(hall.act(number, "stop", reviewer("fire")))
                .isEqualTo(new Done(number, CaseState.REFUSED, List.of()));

        assertThat(hall.deskOf(health)).isEmpty();
        assertThat(hall.act(number, "pass", health)).isInstanceOf(Elsewhere.class);
        assertThat(hall.open(number, health).clock().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void theClockOfTheCaseStartsWithItsAcceptanceAndSkipsDaysOff() {
        TestItem parking = TestItem.parking().promised(4);
        hall.catalogue.activate(parking, "1.0.0");
        String number = hall.filed(parking);
        assertThat(hall.open(number, hall.intake).clock().state()).isEqualTo(State.WAITING);

        hall.act(number, "accept", hall.intake);

        // From Friday 20: 23, 24, 25 count, 26 is a holiday, 27 is the fourth day.
        CaseFile file = hall.open(number, hall.review);
        assertThat(file.clock().due()).contains(at("2026-11-27T23:59:59"));
        assertThat(file.head().due()).isEqualTo(file.clock().due());
    }

    @Test
    void aPausedCaseIsNotDueAndGoesOnWhereItStood() {
        TestItem parking = TestItem.parking().promised(4);
        hall.catalogue.activate(parking, "1.0.0");
        String number = hall.filed(parking);
        hall.act(number, "accept", hall.intake);
        hall.storage.clock().set(at("2026-11-23T10:00:00"));
        hall.act(number, "ask", hall.review);

        hall.storage.clock().set(at("2026-11-27T10:00:00"));
        CaseFile paused = hall.open(number, hall.review);
        assertThat(paused.clock().state()).isEqualTo(State.PAUSED);
        assertThat(paused.clock().left()).isEqualTo(3);
        assertThat(paused.head().due()).isEmpty();
        assertThat(paused.tasks().get(2).due()).isEmpty();

        hall.act(number, "go-on", hall.review);
        // Saturday 28 is a make-up day, then Monday 30 and Tuesday 1.
        assertThat(hall.open(number, hall.review).clock().due()).contains(at("2026-12-01T23:59:59"));
        assertThat(hall.open(number, hall.review).head().due()).contains(at("2026-12-01T23:59:59"));
    }

    @Test
    void theClockOfAParallelStepStandsStillWithTheCaseGoesOnWithItAndEndsWithItsTask() {
        TestItem item = asking();
        String number = hall.filed(item);
        hall.act(number, "begin", reviewer("fire"));
        Account health = reviewer("health");
        assertThat(row(health, "open").clock().due()).contains(at("2026-11-25T23:59:59"));
        assertThat(row(reviewer("fire"), "open").clock().limit()).isEqualTo(TestItem.days(10));

        hall.storage.clock().set(at("2026-11-23T10:00:00"));
        hall.act(number, "ask", reviewer("fire"));
        hall.storage.clock().set(at("2026-11-27T10:00:00"));
        Row paused = row(health, "open");
        assertThat(paused.clock().state()).isEqualTo(State.PAUSED);
        assertThat(paused.clock().left()).isEqualTo(2);
        assertThat(paused.task().due()).isEmpty();

        hall.act(number, "go-on", reviewer("fire"));
        // Saturday 28 is a make-up day.
        Row running = row(health, "open");
        assertThat(running.clock().due()).contains(at("2026-11-30T23:59:59"));
        assertThat(running.task().due()).isEqualTo(running.clock().due());

        hall.act(number, "pass", health);
        hall.storage.clock().set(at("2027-01-11T10:00:00"));
        assertThat(row(health, "done").clock().state()).isEqualTo(State.STOPPED);
        assertThat(row(health, "done").clock().left()).isEqualTo(2);
    }

    /** One department asks the applicant while the other one has a limit of its own. */
    private TestItem asking() {
        TestItem item = TestItem.named("asking")
                .start("fire", "health")
                .step(TestItem.step("fire", "review")
                        .department("fire")
                        .outcome("begin")
                        .to("fire")
                        .clock("start")
                        .done()
                        .outcome("ask")
                        .to("fire")
                        .clock("pause")
                        .done()
                        .outcome("go-on")
                        .to("fire")
                        .clock("resume")
                        .done())
                .step(TestItem.step("health", "review", TestItem.days(3))
                        .department("health")
                        .outcome("pass")
                        .to()
                        .done());
        hall.catalogue.activate(item, "1.0.0");
        return item;
    }

    private Row row(Account official, String state) {
        return hall.desk
                .tasks(official, new Query("", state, "", 1, Optional.empty()))
                .entries()
                .get(0);
    }

    @Test
    void aNewCalendarMovesTheDueDatesOfOpenTasks() {
        TestItem parking = TestItem.parking().promised(4);
        hall.catalogue.activate(parking, "1.0.0");
        String accepted = hall.filed(parking);
        hall.act(accepted, "accept", hall.intake);
        String waiting = hall.filed(parking);
        HallCalendar weekendsOnly = new HallCalendar(Holidays.weekendsOnly(), hall.storage.clock());
        DueDates dates = new DueDates(
                hall.storage.transactions(),
                CaseTables.in(hall.storage.database(), hall.storage.json()),
                weekendsOnly,
                hall.storage.clock());

        assertThat(dates.replayAll()).isEqualTo(1);

        // Thursday 26 is no holiday any more.
        CaseFile file = hall.open(accepted, hall.review);
        assertThat(file.head().due()).contains(at("2026-11-26T23:59:59"));
        assertThat(file.tasks().get(1).due()).contains(at("2026-11-26T23:59:59"));
        assertThat(hall.open(waiting, hall.intake).tasks().get(0).due()).contains(at("2026-11-24T23:59:59"));
        assertThat(dates.replayAll()).isZero();
    }
}
