package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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

    private static List<String> ids(List<Step> opened) {
        return opened.stream().map(Step::id).toList();
    }

    private static Event event(String kind, String step, String outcome) {
        return new Event(Instant.EPOCH, kind, step, outcome, "", "", "", Version.parse("1.0.0"));
    }
}
