package org.openhall.cases.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.api.cases.CaseFile.Serving;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.CaseFile.Waiting;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Version;

/** What serves an open case now, and what of it waits because the code of its line is away. */
final class Waits {

    private final Catalogue catalogue;

    Waits(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Optional<Serving> serving(CaseRow row, List<Recorded> events) {
        if (row.head().endedAt().isPresent()) {
            return Optional.empty();
        }
        return catalogue
                .serving(row.head().item(), row.line())
                .map(ItemVersion::version)
                .map(version -> {
                    Optional<Instant> since = ran(events, version)
                            ? Optional.empty()
                            : catalogue.servingSince(row.head().item(), row.line());
                    return new Serving(version, since);
                });
    }

    private static boolean ran(List<Recorded> events, Version version) {
        return !events.isEmpty()
                && events.get(events.size() - 1).event().version().equals(version);
    }

    Optional<Waiting> waiting(CaseRow row, List<Task> tasks, List<Recorded> events) {
        if (row.head().endedAt().isPresent()) {
            return Optional.empty();
        }
        List<Waiting> waiting = tasks.stream()
                .filter(task -> task.open() && automatic(row, task) && !left(task, events))
                .map(Task::step)
                .distinct()
                .flatMap(step -> catalogue.absence(row.head().item(), row.line(), step).stream()
                        .map(why -> new Waiting(why, List.of(step))))
                .toList();
        // One cause is told at a time; what waits for other code is told when the first is back.
        return waiting.stream()
                .findFirst()
                .map(first -> new Waiting(
                        first.why(),
                        waiting.stream()
                                .filter(other -> other.extension().equals(first.extension()))
                                .flatMap(other -> other.steps().stream())
                                .toList()))
                .or(() -> catalogue.absence(row.head().item(), row.line()).map(why -> new Waiting(why, List.of())));
    }

    private boolean automatic(CaseRow row, Task task) {
        return catalogue
                .serving(row.head().item(), row.line())
                .map(version -> version.definition().steps().get(task.step()))
                .flatMap(Step::automatic)
                .isPresent();
    }

    /** Tried before, and left to the official. */
    private static boolean left(Task task, List<Recorded> events) {
        return events.stream()
                .anyMatch(event -> event.is("left")
                        && event.event().step().equals(task.step())
                        && !event.event().at().isBefore(task.openedAt()));
    }
}
