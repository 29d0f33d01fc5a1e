package org.openhall.portal.internal.web.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.web.mine.Route;
import org.openhall.portal.internal.web.mine.TimelineEntry;

/** What happens after filing, on the receipt: first the steps that are open, then those the promised limit counts for, then the rest. */
final class Outlook {

    private final CaseFile file;
    private final Route route;
    private final Words words;
    private final ItemWords item;

    Outlook(CaseFile file, ItemDefinition definition, Words words, ItemWords item) {
        this.file = file;
        this.route = new Route(definition);
        this.words = words;
        this.item = item;
    }

    List<TimelineEntry> entries(String promised) {
        var entries = new ArrayList<TimelineEntry>();
        entries.add(TimelineEntry.of(
                "done",
                words.text("mine.event.filed"),
                words.dateTime(file.head().filedAt()),
                file.head().filedBy(),
                ""));
        List<Step> steps = new ArrayList<>(route.all());
        boolean counted = route.clockStart().isEmpty();
        while (!steps.isEmpty() && !counted) {
            Step step = steps.remove(0);
            entries.add(entry(step));
            counted = Route.does(step, "start");
        }
        List<Step> until = new ArrayList<>();
        boolean stops = steps.stream().anyMatch(step -> Route.does(step, "stop"));
        while (stops && (until.isEmpty() || !Route.does(until.get(until.size() - 1), "stop"))) {
            until.add(steps.remove(0));
        }
        if (!until.isEmpty()) {
            entries.add(TimelineEntry.of(
                    "next",
                    until.stream()
                            .map(step -> item.step(step.id()))
                            .collect(Collectors.joining(words.text("filing.comma"))),
                    promised,
                    "",
                    until.stream()
                            .map(item::hint)
                            .filter(hint -> !hint.isEmpty())
                            .collect(Collectors.joining(words.text("filing.sentence")))));
        }
        steps.forEach(step -> entries.add(entry(step)));
        return entries;
    }

    private TimelineEntry entry(Step step) {
        Optional<Instant> due = file.tasks().stream()
                .filter(task -> task.step().equals(step.id()))
                .findFirst()
                .flatMap(Task::due);
        String when = due.map(instant -> words.text("filing.before", words.date(instant)))
                .orElseGet(() -> step.limit()
                        .map(limit -> words.text("filing.within", words.limit(limit)))
                        .orElse(""));
        return TimelineEntry.of("next", item.step(step.id()), when, "", item.hint(step));
    }
}
