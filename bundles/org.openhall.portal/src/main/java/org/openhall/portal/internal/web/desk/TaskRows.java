package org.openhall.portal.internal.web.desk;

import java.util.List;
import java.util.Optional;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.cases.Desk;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/** Tasks as rows of the desk. */
final class TaskRows {

    private final Catalogue catalogue;
    private final Pages pages;
    private final Words words;
    private final String language;
    private final boolean stageShown;

    TaskRows(Catalogue catalogue, Pages pages, Words words, String language, boolean stageShown) {
        this.catalogue = catalogue;
        this.pages = pages;
        this.words = words;
        this.language = language;
        this.stageShown = stageShown;
    }

    /** What is left of a limit. */
    public record Due(String state, String text) {}

    /** One row: {@code claim} is posted to, {@code outcome} stands instead of the due date once the task is done. */
    public record Row(
            Due due,
            Optional<String> outcome,
            String until,
            String number,
            String href,
            String item,
            String second,
            String applicant,
            String received,
            String claimant,
            String claim) {}

    List<Row> rows(List<Desk.Row> found) {
        return found.stream().map(this::row).toList();
    }

    /** The step, where the stage does not say it. */
    private String second(Task task, String step) {
        boolean said = task.open() && stageShown && step.equals(words.text("desk.stage." + task.post()));
        return said ? "" : step;
    }

    private Row row(Desk.Row row) {
        CaseHead head = row.head();
        Task task = row.task();
        CaseWords own = CaseWords.of(head, catalogue, pages, words, language);
        boolean free = task.open() && task.claimant().isEmpty();
        return new Row(
                new Due(words.dueState(row.clock()), words.left(row.clock())),
                task.open() ? Optional.empty() : Optional.of(own.outcome(task.outcome())),
                task.closedAt()
                        .or(() -> row.clock().due())
                        .map(words::shortDate)
                        .orElse("–"),
                head.number(),
                DeskLinks.caseOf(head.number()),
                own.item(head),
                second(task, own.step(task.step())),
                head.masked().partyName(),
                words.shortDate(task.openedAt()),
                task.claimantName(),
                free ? DeskLinks.caseOf(head.number()) + "/tasks/" + task.id() + "/claim" : "");
    }
}
