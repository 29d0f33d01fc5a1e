package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Event;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.CaseState;
import org.openhall.api.cases.Desk.Done;
import org.openhall.api.storage.Later;
import org.openhall.api.users.Account;
import org.openhall.api.users.Post;

/** What becomes of open cases when an extension of their item comes and goes; on every database. */
abstract class RemovedStepsContract extends HallContract {

    private Account expert;

    @BeforeEach
    void employ() {
        expert = hall.accounts.official("周专家", new Post("review", "institute", TestHall.REGION));
        hall.catalogue.onward.put("expert.look", List.of("decide"));
    }

    @Test
    void aCaseThatStandsAtAStepThatIsTakenOutGoesOnWhereTheStepLed() {
        extended();
        String number = atTheExpert();
        assertThat(hall.deskOf(expert)).containsExactly(number + " expert.look");
        long task = hall.open(number, expert).tasks().stream()
                .filter(Task::open)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(hall.desk.claim(task, expert)).isTrue();

        plain();
        tell();

        assertThat(hall.deskOf(expert)).isEmpty();
        assertThat(hall.deskOf(hall.approve)).containsExactly(number + " decide");
        CaseFile file = hall.open(number, hall.approve);
        assertThat(file.events()).extracting(Event::kind).endsWith("claimed", "removed", "opened");
        assertThat(file.tasks())
                .filteredOn(one -> one.step().equals("expert.look"))
                .extracting(Task::outcome)
                .containsExactly("removed");
        assertThat(file.head().openSteps()).containsExactly("decide");
        assertThat(hall.act(number, "approve", hall.approve))
                .isEqualTo(new Done(number, CaseState.COMPLETED, List.of()));
    }

    @Test
    void theApplicantReadsThatTheStepWasTakenOut() {
        extended();
        String number = atTheExpert();
        plain();
        tell();

        assertThat(hall.cases.find(number, hall.anna).orElseThrow().events())
                .filteredOn(event -> event.kind().equals("removed"))
                .extracting(Event::step)
                .containsExactly("expert.look");
    }

    @Test
    void beingToldTwiceDoesItOnce() {
        extended();
        String number = atTheExpert();
        plain();
        tell();
        tell();

        assertThat(hall.open(number, hall.approve).tasks())
                .filteredOn(task -> task.step().equals("decide"))
                .hasSize(1);
    }

    @Test
    void whatSomeNodeDidWithoutKnowingIsPutRightAfterwards() {
        extended();
        Instant changed = hall.storage.clock().instant();
        plain();
        assertThatThrownBy(() -> hall.removed.deliver("parking", message(changed)))
                .isInstanceOf(Later.class);
        extended();
        String number = atTheExpert();
        plain();

        hall.storage.clock().advance(Duration.ofMinutes(1));
        hall.removed.deliver("parking", message(changed));

        assertThat(hall.deskOf(hall.approve)).containsExactly(number + " decide");
    }

    @Test
    void aStepThatIsStillThereIsLeftAlone() {
        extended();
        String number = atTheExpert();
        tell();

        assertThat(hall.deskOf(expert)).containsExactly(number + " expert.look");
    }

    @Test
    void everyCaseThatStandsThereGoesOn() {
        extended();
        for (int i = 0; i < 120; i++) {
            atTheExpert();
        }
        plain();
        tell();

        assertThat(hall.rows("task where is_open = true and step = 'expert.look'"))
                .isZero();
        assertThat(hall.rows("task where is_open = true and step = 'decide'")).isEqualTo(120);
    }

    @Test
    void aCaseThatHasPassedThePointIsNotLedBackWhenTheExtensionComes() {
        plain();
        String passed = hall.filed(parking());
        hall.act(passed, "accept", hall.intake);
        hall.act(passed, "pass", hall.review);
        String before = hall.filed(parking());
        hall.act(before, "accept", hall.intake);

        extended();

        assertThat(hall.act(passed, "approve", hall.approve))
                .isEqualTo(new Done(passed, CaseState.COMPLETED, List.of()));
        assertThat(hall.act(before, "pass", hall.review))
                .isEqualTo(new Done(before, CaseState.ACCEPTED, List.of("expert.look")));
        assertThat(hall.act(before, "pass", expert)).isEqualTo(new Done(before, CaseState.ACCEPTED, List.of("decide")));
    }

    private String atTheExpert() {
        String number = hall.filed(parking());
        hall.act(number, "accept", hall.intake);
        hall.act(number, "pass", hall.review);
        return number;
    }

    private void tell() {
        assertThatThrownBy(() -> hall.removed.deliver(
                        "parking", message(hall.storage.clock().instant())))
                .isInstanceOf(Later.class);
    }

    private String message(Instant changed) {
        return hall.storage.json().text(Map.of("at", changed.toString()));
    }

    private static TestItem parking() {
        return TestItem.parking();
    }

    private void plain() {
        hall.catalogue.activate(parking(), "1.0.0");
    }

    private void extended() {
        hall.catalogue.activate(
                parking()
                        .step(TestItem.step("check", "review")
                                .outcome("pass")
                                .to("expert.look")
                                .done())
                        .step(TestItem.step("expert.look", "review", TestItem.days(3))
                                .department("institute")
                                .onward("pass")
                                .outcome("pass")
                                .to("decide")
                                .done()),
                "1.0.0");
    }
}
