package org.openhall.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.cases.CaseState;
import org.openhall.api.cases.ClockReading;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.Version;
import org.openhall.api.json.Json;
import org.openhall.api.storage.Outbox;
import org.openhall.api.users.Post;
import org.openhall.cases.internal.ClockEntry.Kind;
import org.openhall.cases.internal.TaskTable.NewDue;

/** Moves a case along its definition: tasks, events, clocks and outbox, all in the open transaction. */
final class Procedure {

    private final CaseTables tables;
    private final Outbox outbox;
    private final Json json;
    private final HallCalendar calendar;
    private final Journal journal;

    Procedure(CaseTables tables, Outbox outbox, Json json, HallCalendar calendar, Journal journal) {
        this.tables = tables;
        this.outbox = outbox;
        this.json = json;
        this.calendar = calendar;
        this.journal = journal;
    }

    /**
     * Opens the first steps of a case that was just filed, whose row names them already.
     *
     * @param clock of the case, which does not run yet
     */
    void begin(CaseHead head, ItemDefinition definition, Ledger clock, Actor actor, Version version) {
        List<Recorded> events = new ArrayList<>(List.of(Recorded.filed(head.filedAt(), actor, version)));
        open(head, definition, definition.start(), List.of(), clock, events, head.filedAt(), version);
        tables.events().add(head.id(), events);
        journal.filed(head, actor, version);
    }

    /** Where a case stands after something was done. */
    record Standing(CaseState state, List<String> openSteps) {}

    /**
     * Does what an outcome of a task says.
     *
     * @param row of the case as it is while it is locked
     * @param tasks of the case as they are then
     * @return empty when the task was closed or taken by somebody else
     */
    Optional<Standing> take(
            CaseRow row, ItemDefinition definition, Task task, List<Task> tasks, Outcome outcome, Ruling ruling) {
        CaseHead head = row.head();
        Instant now = ruling.at();
        if (!tables.tasks().close(task.id(), ruling.actor().account(), outcome.name(), now)) {
            return Optional.empty();
        }
        Recorded acted = Recorded.acted(
                now,
                task.step(),
                outcome.name(),
                ruling.actor(),
                ruling.opinion(),
                outcome.document().orElse(""),
                ruling.version());
        List<Recorded> events = new ArrayList<>(List.of(acted));
        List<Task> others = open(tasks, task);
        List<Task> open = new ArrayList<>();
        Ledger turned =
                outcome.clock().map(what -> turn(row, kind(what), others, now)).orElse(row.clock());
        Ledger clock = outcome.end().isPresent() ? turned.and(Kind.STOP, now) : turned;
        if (outcome.end().isEmpty()) {
            Set<String> wanted = pending(head, definition, acted);
            open.addAll(others);
            open.addAll(open(head, definition, wanted, others, clock, events, now, ruling.version()));
            due(head, others, clock, now);
        } else if (!others.isEmpty()) {
            tables.tasks().closeAll(head.id(), now);
        }
        CaseState state = outcome.end().or(outcome::marks).map(Procedure::state).orElse(head.state());
        Standing standing = write(head, state, clock, events, open, now);
        journal.acted(head, task.step(), outcome.name(), ruling);
        return Optional.of(standing);
    }

    /**
     * Takes an open task out whose step is no longer there, and opens the steps to which it would have led.
     *
     * @param row of the case as it is while it is locked
     * @param tasks of the case as they are then
     * @return false when the task was closed meanwhile
     */
    boolean remove(
            CaseRow row,
            ItemDefinition definition,
            Task task,
            List<Task> tasks,
            List<String> onward,
            Version version,
            Instant now) {
        if (!tables.tasks().remove(task.id(), now)) {
            return false;
        }
        CaseHead head = row.head();
        Recorded removed = Recorded.of(now, Steps.REMOVED, task.step(), Actor.HALL, "", version);
        List<Recorded> events = new ArrayList<>(List.of(removed));
        Set<String> wanted = pending(head, definition, removed);
        wanted.addAll(onward);
        List<Task> others = open(tasks, task);
        List<Task> open = new ArrayList<>(others);
        open.addAll(open(head, definition, wanted, others, row.clock(), events, now, version));
        due(head, others, row.clock(), now);
        write(head, head.state(), row.clock(), events, open, now);
        journal.removed(head, task.step(), version);
        return true;
    }

    /** What the history of a case asks for, with what was done last. */
    private Set<String> pending(CaseHead head, ItemDefinition definition, Recorded last) {
        List<Recorded> history = new ArrayList<>(tables.events().ofCase(head.id()));
        history.add(last);
        return new Steps(definition)
                .pending(history.stream().map(Recorded::event).toList());
    }

    private List<Task> open(
            CaseHead head,
            ItemDefinition definition,
            Collection<String> wanted,
            List<Task> open,
            Ledger clock,
            List<Recorded> events,
            Instant now,
            Version version) {
        List<Task> opened = new ArrayList<>();
        for (Step step : new Steps(definition).toOpen(wanted, steps(open))) {
            Post post = new Post(step.post(), step.department().orElse(head.department()), head.region());
            Optional<Ledger> own = step.limit().map(limit -> Ledger.begun(limit, Kind.START, now));
            Optional<Instant> due = running(own.orElse(clock).read(calendar.replay(), now));
            Task task = tables.tasks().open(head, step.id(), post, now, own, due);
            opened.add(task);
            events.add(Recorded.of(now, "opened", step.id(), Actor.HALL, "", version));
            if (step.automatic().isPresent()) {
                outbox.append(AutomaticSteps.CONSUMER, head.number(), json.text(Map.of("task", task.id())));
            }
        }
        return opened;
    }

    // The clocks of open steps stand still and go on together with that of the case.
    private Ledger turn(CaseRow row, Kind kind, List<Task> open, Instant now) {
        if (!open.isEmpty() && (kind == Kind.PAUSE || kind == Kind.RESUME)) {
            tables.tasks().happens(row.id(), kind, now);
        }
        return row.clock().and(kind, now);
    }

    /** Writes when the tasks are due now that were open before. */
    private void due(CaseHead head, List<Task> open, Ledger clock, Instant now) {
        if (open.isEmpty()) {
            return;
        }
        tables.tasks()
                .due(tables.tasks().openOf(List.of(head.id())).stream()
                        .map(found -> new NewDue(
                                found.task(),
                                running(found.clock().orElse(clock).read(calendar.replay(), now))))
                        .filter(NewDue::differs)
                        .toList());
    }

    private Standing write(
            CaseHead head, CaseState state, Ledger clock, List<Recorded> events, List<Task> open, Instant now) {
        tables.events().add(head.id(), events);
        Optional<Instant> due = running(clock.read(calendar.replay(), now));
        Optional<Instant> ended = state.ended() ? Optional.of(now) : Optional.empty();
        var standing = new Standing(state, steps(open));
        tables.cases().stand(head.id(), state, standing.openSteps(), clock, due, ended);
        return standing;
    }

    private static List<Task> open(List<Task> tasks, Task except) {
        return tasks.stream()
                .filter(task -> task.open() && task.id() != except.id())
                .toList();
    }

    private static List<String> steps(List<Task> open) {
        return open.stream().map(Task::step).distinct().toList();
    }

    /** When it is due; only a clock that runs makes something due. */
    static Optional<Instant> running(ClockReading reading) {
        return reading.due().filter(due -> reading.state() == ClockReading.State.RUNNING);
    }

    private static Kind kind(String clock) {
        return Kind.valueOf(clock.toUpperCase(Locale.ROOT));
    }

    private static CaseState state(String key) {
        return CaseState.valueOf(key.toUpperCase(Locale.ROOT));
    }
}
