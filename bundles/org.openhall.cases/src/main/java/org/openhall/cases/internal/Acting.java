package org.openhall.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.CaseState;
import org.openhall.api.cases.Desk.Act;
import org.openhall.api.cases.Desk.Acted;
import org.openhall.api.cases.Desk.Done;
import org.openhall.api.cases.Desk.Elsewhere;
import org.openhall.api.cases.Desk.Improper;
import org.openhall.api.cases.Desk.Which;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.storage.Requests;

/** An official acts on a task: one transaction, one winner. */
final class Acting {

    static final int LONGEST_OPINION = 2000;

    private final Requests requests;
    private final CaseTables tables;
    private final Catalogue catalogue;
    private final Procedure procedure;
    private final CaseReader reader;
    private final Clock clock;

    Acting(
            Requests requests,
            CaseTables tables,
            Catalogue catalogue,
            Procedure procedure,
            CaseReader reader,
            Clock clock) {
        this.requests = requests;
        this.tables = tables;
        this.catalogue = catalogue;
        this.procedure = procedure;
        this.reader = reader;
        this.clock = clock;
    }

    Acted act(Act act) {
        if (act.opinion().length() > LONGEST_OPINION) {
            return new Improper("/opinion", "too-long");
        }
        try {
            return requests.once(act.request(), () -> take(act), Taken::reference, first -> again(act.number(), first))
                    .done();
        } catch (NotDone notDone) {
            return notDone.answer;
        }
    }

    /** What was done, and what tells the same once more. */
    private record Taken(Done done, String reference) {}

    private Taken take(Act act) {
        CaseRow row = tables.cases().lock(act.number()).orElseThrow(NoSuchElementException::new);
        List<Task> tasks = tables.tasks().ofCase(row.id());
        if (tasks.stream().noneMatch(task -> Access.may(act.by(), task))) {
            throw new NoSuchElementException();
        }
        ItemVersion version = catalogue
                .serving(row.head().item(), row.line())
                .orElseThrow(() -> new ItemUnavailable(row.head().item() + " " + row.line()));
        Steps steps = new Steps(version.definition());
        Task task = choose(act, row, tasks, steps);
        Outcome outcome = steps.outcome(task.step(), act.action()).orElseThrow();
        if (outcome.opinion() && act.opinion().isBlank()) {
            throw new NotDone(new Improper("/opinion", "required"));
        }
        Actor actor = Actor.of(act.by().id(), act.by().name(), task.post());
        Ruling ruling = new Ruling(actor, act.opinion().strip(), version.version(), clock.instant());
        Procedure.Standing now = procedure
                .take(row, version.definition(), task, tasks, outcome, ruling)
                .orElseThrow(() -> new NotDone(elsewhere(row, tasks)));
        return new Taken(new Done(act.number(), now.state(), now.openSteps()), task.id() + ":" + now.state());
    }

    private Task choose(Act act, CaseRow row, List<Task> tasks, Steps steps) {
        if (act.task().isPresent()) {
            Task named = tasks.stream()
                    .filter(task -> task.id() == act.task().getAsLong() && Access.may(act.by(), task))
                    .findFirst()
                    .orElseThrow(NoSuchElementException::new);
            if (!Access.free(act.by(), named)
                    || steps.outcome(named.step(), act.action()).isEmpty()) {
                throw new NotDone(elsewhere(row, named.open() ? List.of(named) : List.of()));
            }
            return named;
        }
        List<Task> able = tasks.stream()
                .filter(task -> task.open() && Access.may(act.by(), task))
                .filter(task -> steps.outcome(task.step(), act.action()).isPresent())
                .toList();
        List<Task> fitting =
                able.stream().filter(task -> Access.free(act.by(), task)).toList();
        if (fitting.isEmpty()) {
            throw new NotDone(elsewhere(row, able));
        }
        if (fitting.size() > 1) {
            throw new NotDone(new Which(reader.named(fitting)));
        }
        return fitting.get(0);
    }

    /** Where the case is instead: with the colleague who has taken the task, or with whoever acted last. */
    private Elsewhere elsewhere(CaseRow row, List<Task> wanted) {
        List<Recorded> events = tables.events().ofCase(row.id());
        Optional<Task> taken = wanted.stream()
                .filter(task -> task.open() && task.claimant().isPresent())
                .findFirst();
        Recorded last = taken.flatMap(task -> last(
                        events,
                        event -> event.is("claimed") && event.event().step().equals(task.step())))
                .or(() -> last(events, event -> event.is("acted")))
                .orElse(events.get(0));
        String outcome =
                last.is("acted") ? last.event().outcome() : last.event().kind();
        return new Elsewhere(
                row.head().state(),
                row.head().openSteps(),
                last.event().actor(),
                last.event().at(),
                outcome);
    }

    private static Optional<Recorded> last(List<Recorded> events, Predicate<Recorded> which) {
        return events.stream().filter(which).reduce((first, second) -> second);
    }

    /** The answer that the first request got: which steps were open right after its task was closed. */
    private Taken again(String number, String reference) {
        String[] parts = reference.split(":", 2);
        long id = Long.parseLong(parts[0]);
        List<Task> tasks =
                tables.tasks().ofCase(tables.tasks().find(id).orElseThrow().caseId());
        Instant then = tasks.stream()
                .filter(task -> task.id() == id)
                .flatMap(task -> task.closedAt().stream())
                .findFirst()
                .orElseThrow();
        List<String> open = tasks.stream()
                .filter(task -> !task.openedAt().isAfter(then))
                .filter(task -> task.closedAt().map(then::isBefore).orElse(true))
                .map(Task::step)
                .distinct()
                .toList();
        return new Taken(new Done(number, CaseState.valueOf(parts[1]), open), reference);
    }

    /** Rolls back, so that a request that did nothing is not remembered. */
    private static final class NotDone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Acted answer;

        NotDone(Acted answer) {
            super("Nothing was done", null, false, false);
            this.answer = answer;
        }
    }
}
