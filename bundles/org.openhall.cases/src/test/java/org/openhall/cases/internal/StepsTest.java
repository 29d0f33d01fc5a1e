package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.CaseFile.Event;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.Version;

class StepsTest {

    private final Steps steps = new Steps(TestItem.named("steps")
            .start("a")
            .step(TestItem.step("x", "review")
                    .waitsFor("y")
                    .outcome("pass")
                    .to("z")
                    .done())
            .step(TestItem.step("y", "review")
                    .waitsFor("z")
                    .outcome("pass")
                    .to("x")
                    .done())
            .step(TestItem.step("z", "review").outcome("pass").to("x", "y").done())
            .step(TestItem.step("left", "review")
                    .waitsFor("right")
                    .outcome("pass")
                    .done())
            .step(TestItem.step("right", "review")
                    .waitsFor("left")
                    .outcome("pass")
                    .done())
            .version("1.0.0")
            .definition());

    @Test
    void aStepWaitsForAnotherThatIsWantedItself() {
        assertThat(ids(steps.toOpen(List.of("x", "y"), List.of()))).containsExactly("y");
        assertThat(ids(steps.toOpen(List.of("x", "y"), List.of("z")))).isEmpty();
    }

    @Test
    void aStepThatIsOpenIsNotOpenedTwice() {
        assertThat(ids(steps.toOpen(List.of("z"), List.of("z")))).isEmpty();
    }

    @Test
    void stepsThatWaitForEachOtherDoNotStandStillForEver() {
        assertThat(ids(steps.toOpen(List.of("right", "left"), List.of()))).containsExactly("left");
    }

    @Test
    void whatWasAskedForIsPendingUntilItOpens() {
        assertThat(steps.pending(
                        List.of(event("opened", "a", ""), event("opened", "z", ""), event("acted", "z", "pass"))))
                .containsExactly("x", "y");
        assertThat(steps.pending(List.of(
                        event("opened", "a", ""),
                        event("opened", "z", ""),
                        event("acted", "z", "pass"),
                        event("opened", "y", ""))))
                .containsExactly("x");
    }

    @Test
    void aStepAskedForWhileItIsOpenIsNotAskedForAgainWhenItIsDone() {
        assertThat(steps.pending(List.of(
                        event("opened", "a", ""),
                        event("opened", "x", ""),
                        event("opened", "y", ""),
                        event("acted", "y", "pass"),
                        event("acted", "x", "pass"))))
                .containsExactly("z");
    }

    /** Fire and health look at it, the decision waits for both; an extension put a step behind the opinion of the fire department. */
    private final Steps extended = new Steps(TestItem.named("extended")
            .start("fire", "health")
            .step(TestItem.step("fire", "review")
                    .outcome("pass")
                    .to("expert.look")
                    .done())
            .step(TestItem.step("expert.look", "review")
                    .onward("pass")
                    .outcome("pass")
                    .to("decide")
                    .done())
            .step(TestItem.step("health", "review").outcome("pass").to().done())
            .step(TestItem.step("decide", "approve")
                    .waitsFor("fire", "health", "expert.look")
                    .outcome("approve")
                    .end("completed")
                    .done())
            .version("1.0.0")
            .definition());

    @Test
    void aCaseThatHadPassedThePointBeforeTheExtensionCameGoesOnWithoutIt() {
        assertThat(extended.pending(List.of(
                        event("opened", "fire", ""),
                        event("opened", "health", ""),
                        event("acted", "fire", "pass"),
                        event("acted", "health", "pass"))))
                .containsExactly("decide");
    }

    @Test
    void aCaseThatComesToThePointWithTheExtensionTakesItsWay() {
        List<Event> before = List.of(
                event("opened", "fire", ""),
                event("opened", "health", ""),
                event("acted", "health", "pass"),
                event("acted", "fire", "pass"));
        assertThat(extended.pending(before)).containsExactly("expert.look");
        List<Event> after = new ArrayList<>(before);
        after.add(event("opened", "expert.look", ""));
        after.add(event("acted", "expert.look", "pass"));
        assertThat(extended.pending(after)).containsExactly("decide");
    }

    private static List<String> ids(List<Step> opened) {
        return opened.stream().map(Step::id).toList();
    }

    private static Event event(String kind, String step, String outcome) {
        return new Event(Instant.EPOCH, kind, step, outcome, "", "", "", Version.parse("1.0.0"));
    }
}
