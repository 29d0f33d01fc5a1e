package org.openhall.cases.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Event;
import org.openhall.api.cases.CaseFile.IssuedDocument;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.materials.Materials;
import org.openhall.api.users.Accounts;
import org.openhall.item.Answers;

/** Puts a case together for a reader, in the open transaction; a fixed number of queries. */
final class CaseReader {

    private final CaseTables tables;
    private final Materials materials;
    private final Accounts accounts;
    private final HallCalendar calendar;
    private final Clock clock;
    private final Waits waits;

    CaseReader(
            CaseTables tables,
            Materials materials,
            Accounts accounts,
            HallCalendar calendar,
            Clock clock,
            Catalogue catalogue) {
        this.tables = tables;
        this.materials = materials;
        this.accounts = accounts;
        this.calendar = calendar;
        this.clock = clock;
        this.waits = new Waits(catalogue);
    }

    /** All there is. */
    CaseFile forOfficials(CaseRow row, List<Task> tasks) {
        List<Recorded> events = tables.events().ofCase(row.id());
        return new CaseFile(
                row.head(),
                row.applicant(),
                answers(row),
                materials.ofCase(row.id()),
                tables.opinions().ofCase(row.id()),
                tables.findings().ofCase(row.id()),
                named(tasks),
                events.stream().map(Recorded::event).toList(),
                row.clock().read(calendar.replay(), clock.instant()),
                documents(events),
                waits.serving(row, events),
                waits.waiting(row, tasks, events));
    }

    /** Without what officials say among themselves. */
    CaseFile forApplicants(CaseRow row) {
        List<Recorded> events = tables.events().ofCase(row.id());
        List<Task> tasks = tables.tasks().ofCase(row.id());
        Predicate<Recorded> told = event -> !event.document().isEmpty()
                || row.head().endedAt().filter(event.event().at()::equals).isPresent();
        return new CaseFile(
                row.head(),
                row.applicant(),
                answers(row),
                materials.ofCase(row.id()),
                List.of(),
                List.of(),
                tasks.stream().map(CaseReader::untaken).toList(),
                events.stream()
                        .filter(event -> !event.is("claimed") && !event.is("released") && !event.is("left"))
                        .map(event -> told.test(event) ? event.event() : withoutOpinion(event.event()))
                        .toList(),
                row.clock().read(calendar.replay(), clock.instant()),
                documents(events),
                waits.serving(row, events),
                waits.waiting(row, tasks, events));
    }

    /** Names who has taken which task, in one query. */
    List<Task> named(List<Task> tasks) {
        Set<Long> claimants =
                tasks.stream().flatMap(task -> task.claimant().stream()).collect(Collectors.toSet());
        Map<Long, String> names = claimants.isEmpty() ? Map.of() : accounts.names(claimants);
        return tasks.stream()
                .map(task -> named(
                        task,
                        task.claimant().map(id -> names.getOrDefault(id, "")).orElse("")))
                .toList();
    }

    private static Task named(Task task, String name) {
        return with(task, task.claimant(), name);
    }

    // Which colleague has a task is nothing for applicants.
    private static Task untaken(Task task) {
        return with(task, Optional.empty(), "");
    }

    private static Task with(Task task, Optional<Long> claimant, String name) {
        return new Task(
                task.id(),
                task.step(),
                task.post(),
                task.department(),
                task.region(),
                claimant,
                name,
                task.openedAt(),
                task.due(),
                task.closedAt(),
                task.outcome());
    }

    static Event withoutOpinion(Event event) {
        return new Event(
                event.at(),
                event.kind(),
                event.step(),
                event.outcome(),
                event.actor(),
                event.post(),
                "",
                event.version());
    }

    private static List<IssuedDocument> documents(List<Recorded> events) {
        return events.stream()
                .filter(event -> !event.document().isEmpty())
                .map(event -> new IssuedDocument(event.document(), event.event().at()))
                .toList();
    }

    private Answers answers(CaseRow row) {
        return tables.answers().ofCase(row.id());
    }
}
