package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.DryRuns.Difference;
import org.openhall.api.cases.DryRuns.DryRun;
import org.openhall.api.cases.DryRuns.Note;
import org.openhall.api.cases.Filing.Accepted;
import org.openhall.api.catalogue.ItemDefinition.Need;
import org.openhall.api.paging.Page;
import org.openhall.cases.internal.RealForms.Question;
import org.openhall.item.Answers;
import org.openhall.item.Application;
import org.openhall.item.Finding;

/** What an administrator learns from a dry run before he activates a version, on every database. */
abstract class DryRunsContract extends DryRunsHall {

    @Test
    void itTellsWhatWouldBeRefusedFlaggedOrDueOnAnotherDayAndChangesNoCase() throws InterruptedException {
        String running = hall.filed(parking);
        hall.act(running, "accept", hall.intake);
        String ended = hall.filed(parking);
        hall.act(ended, "decline", "no", hall.intake);
        Instant due = hall.open(running, hall.review).clock().due().orElseThrow();
        List<Long> before = counts();
        hall.catalogue.enter(parking.limit(5), "1.3.0");
        List<Application> seen = new ArrayList<>();
        hall.catalogue.trial = application -> {
            seen.add(application);
            return List.of(Finding.flags("/plate", "too-wide", "6"));
        };

        long id = runs.start("parking", NEXT, 100, ADMIN).orElseThrow();
        DryRun run = ended(id);

        assertThat(run.failure()).isEmpty();
        assertThat(List.of(run.total(), run.done(), run.refused(), run.flagged(), run.due(), run.unchecked()))
                .containsExactly(2, 2, 0, 2, 1, 0);
        List<Difference> found = differences(id);
        assertThat(found).extracting(Difference::number).as("newest first").containsExactly(ended, running);
        assertThat(found.get(1).flagged()).containsExactly(new Note("/plate", "宽度不得超过 … 米"));
        assertThat(found.get(1).filedOn()).hasToString("1.2.0");
        assertThat(found.get(1).dueWas()).contains(due);
        assertThat(found.get(1).dueWould().orElseThrow()).isBefore(due);
        assertThat(found.get(0).dueWould()).as("its clock never ran").isEmpty();
        assertThat(seen.get(1).filedAt())
                .isEqualTo(hall.open(running, hall.review).head().filedAt());
        assertThat(seen.get(1).version()).isEqualTo("1.3.0");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void whatApplicantsTypedIsShownToNobodyEvenWhereARulePutsItIntoItsFinding() throws InterruptedException {
        hall.filed(parking);
        hall.catalogue.enter(parking, "1.3.0");
        hall.catalogue.trial = application -> List.of(
                Finding.blocks("/plate", "too-wide", "341602199001011234"),
                Finding.flags("/plate", "too-wide", "341602199001011234"));

        long id = runs.start("parking", NEXT, 1, ADMIN).orElseThrow();
        ended(id);
        assertThat(differences(id).get(0).refused()).containsExactly(new Note("/plate", "宽度不得超过 … 米"));
        assertThat(differences(id).get(0).flagged()).containsExactly(new Note("/plate", "宽度不得超过 … 米"));
        assertThat(hall.rows("dry_run_difference where notes like '%341602%'")).isZero();
    }

    @Test
    void soManyNotesThatTheyDoNotFitAreCutAndTheRunGoesOn() throws InterruptedException {
        hall.filed(parking);
        hall.filed(parking);
        hall.catalogue.enter(parking, "1.3.0");
        // written down, each of these signs takes six
        String longest = "\u0001".repeat(500);
        hall.catalogue.trial =
                application -> Collections.nCopies(30, Finding.flags("/" + "\u0001".repeat(499), longest));

        long id = runs.start("parking", NEXT, 2, ADMIN).orElseThrow();
        DryRun run = ended(id);
        assertThat(run.failure()).isEmpty();
        assertThat(List.of(run.done(), run.flagged())).containsExactly(2, 2);
        assertThat(differences(id))
                .hasSize(2)
                .allSatisfy(found -> assertThat(found.flagged()).hasSizeBetween(1, 19));
    }

    @Test
    void whatTheCaseWasFlaggedForBeforeIsNoNews() throws InterruptedException {
        hall.catalogue.findings = List.of(Finding.flags("/plate", "too-wide", "6"));
        hall.filed(parking);
        hall.catalogue.enter(parking, "1.3.0");
        hall.catalogue.trial = application -> List.of(Finding.flags("/plate", "too-wide", "6"));

        long id = runs.start("parking", NEXT, 1, ADMIN).orElseThrow();
        assertThat(ended(id).flagged()).isZero();
        assertThat(differences(id)).isEmpty();
    }

    @Test
    void answersAreHeldAgainstTheNewFormAndMaterialsBeforeRulesAreAsked() throws InterruptedException {
        TestItem old = TestItem.parking()
                .form(RealForms.of(List.of(Question.text("plate", "车牌号"), Question.text("note", "备注"))));
        hall.catalogue.activate(old, "1.2.0");
        Draft draft = hall.draft(old);
        hall.drafts.save(draft.id(), hall.anna, Answers.of(Map.of("plate", "皖S", "note", "急")), OptionalLong.empty());
        Accepted filed =
                (Accepted) hall.file(hall.drafts.find(draft.id(), hall.anna).orElseThrow());
        Question strict = new Question("plate", "{\"type\":\"string\",\"minLength\":5}", "{}", "车牌号");
        hall.catalogue.enter(
                TestItem.parking().form(RealForms.of(List.of(strict))).material("photo", Need.REQUIRED, ""), "1.3.0");
        hall.catalogue.trial = application -> {
            throw new AssertionError("Nobody asks rules about an incomplete application");
        };

        long id = runs.start("parking", NEXT, 10, ADMIN).orElseThrow();
        assertThat(ended(id).refused()).isEqualTo(1);
        Difference found = differences(id).get(0);
        assertThat(found.number()).isEqualTo(filed.number());
        assertThat(found.refused())
                .as("an answer that is no longer asked is no mistake")
                .extracting(Note::pointer)
                .containsExactly("/plate", "/materials/photo");
    }

    @Test
    void onlyTheLastCasesAreLookedAtAndBlockingRulesAndSilentOnesAreCounted() throws InterruptedException {
        hall.filed(parking);
        hall.filed(parking);
        String last = hall.filed(parking);
        hall.catalogue.enter(parking, "1.3.0");
        hall.catalogue.trial = application -> List.of(Finding.blocks("/plate", "too-wide", "6"));
        hall.catalogue.trialUnchecked = List.of("slow");

        long id = runs.start("parking", NEXT, 2, ADMIN).orElseThrow();
        DryRun run = ended(id);
        assertThat(List.of(run.done(), run.refused(), run.unchecked())).containsExactly(2, 2, 2);
        assertThat(differences(id).get(0).number()).isEqualTo(last);
        assertThat(differences(id).get(0).unchecked()).containsExactly("slow");
        Page<Difference> first = runs.differences(id, 1, Optional.empty(), ADMIN);
        assertThat(runs.differences(id, 1, first.next(), ADMIN).entries()).hasSize(1);
    }
}
