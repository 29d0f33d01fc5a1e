package org.openhall.portal.internal.web.mine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Event;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.CaseState;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Version;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.view.flow.FlowChart;

/** A case as a time line for its applicant: what was done, who has it now, what is still to come. What officials think on the way stays theirs. */
final class CaseStory {

    private static final Set<String> FAILED = Set.of(CaseState.DECLINED.key(), CaseState.REFUSED.key());

    private final CaseFile file;
    private final Route route;
    private final Map<String, Integer> numbers;
    private final Words words;
    private final ItemWords item;
    private final Function<String, String> department;

    CaseStory(CaseFile file, ItemVersion version, Words words, ItemWords item, Function<String, String> department) {
        this.file = file;
        this.route = new Route(version.definition());
        this.numbers = FlowChart.numbers(version);
        this.words = words;
        this.item = item;
        this.department = department;
    }

    List<TimelineEntry> entries() {
        var entries = new ArrayList<TimelineEntry>();
        Optional<Version> ran = Optional.empty();
        for (Event event : file.events()) {
            boolean filed = event.kind().equals("filed");
            if (filed || event.kind().equals("acted")) {
                ran.filter(before -> !before.equals(event.version()))
                        .ifPresent(before -> entries.add(version(event.version(), event.at())));
                ran = Optional.of(event.version());
                entries.add(filed ? filed(event) : acted(event));
            } else if (event.kind().equals("removed")) {
                entries.add(TimelineEntry.of(
                        "done",
                        words.text("mine.event.removed", item.step(event.step())),
                        words.dateTime(event.at()),
                        "",
                        ""));
            }
        }
        file.serving()
                .ifPresent(serving ->
                        serving.since().ifPresent(since -> entries.add(version(serving.version(), since))));
        open().forEach(task -> entries.add(now(task)));
        if (!file.head().state().ended()) {
            List<String> passed = file.tasks().stream()
                    .filter(task -> !task.open())
                    .map(Task::step)
                    .toList();
            List<String> open = open().stream().map(Task::step).toList();
            route.after(open, passed).forEach(step -> entries.add(next(step)));
        }
        return entries;
    }

    private TimelineEntry filed(Event event) {
        return TimelineEntry.of(
                "done",
                words.text("mine.event.filed"),
                words.dateTime(event.at()),
                file.head().filedBy(),
                "");
    }

    /** A correction of the item reached the case. */
    private TimelineEntry version(Version version, Instant at) {
        return TimelineEntry.of("note", words.text("mine.event.version", version), words.dateTime(at), "", "");
    }

    List<Task> open() {
        return file.tasks().stream().filter(Task::open).toList();
    }

    /** Posts and departments that have the case now. */
    String who() {
        return open().stream().map(this::holder).distinct().collect(Collectors.joining(words.text("filing.comma")));
    }

    /** What the authority said when it decided or ended the case, the last of it. */
    Optional<Event> decision() {
        return file.events().stream()
                .filter(event -> event.kind().equals("acted")
                        && outcome(event).filter(CaseStory::decides).isPresent())
                .reduce((first, last) -> last);
    }

    private TimelineEntry acted(Event event) {
        Optional<Outcome> outcome = outcome(event);
        boolean said = outcome.filter(CaseStory::decides).isPresent();
        boolean told = route.tells(event.step(), event.outcome());
        boolean failed = outcome.flatMap(Outcome::end).filter(FAILED::contains).isPresent();
        String who = event.actor().isEmpty()
                ? words.text("mine.event.hall")
                : (event.post().isEmpty() ? "" : words.text("word.post." + event.post()) + " ") + event.actor();
        return new TimelineEntry(
                failed ? "failed" : "done",
                told ? item.outcome(event.outcome()) : words.text("mine.event.stepDone", item.step(event.step())),
                words.dateTime(event.at()),
                who,
                said ? event.opinion() : "",
                outcome.flatMap(Outcome::document)
                        .filter(this::issued)
                        .map(this::link)
                        .map(List::of)
                        .orElse(List.of()),
                Optional.empty());
    }

    private TimelineEntry now(Task task) {
        String due = task.due()
                .map(instant -> words.text("filing.before", words.date(instant)))
                .orElse("");
        String hint = route.step(task.step()).map(item::hint).orElse("");
        boolean held = file.waiting()
                .filter(waiting -> waiting.steps().contains(task.step()))
                .isPresent();
        return TimelineEntry.of(held ? "held" : "now", item.step(task.step()), due, holder(task), hint)
                .numbered(Optional.ofNullable(numbers.get(task.step())));
    }

    private TimelineEntry next(Step step) {
        String limit = step.limit()
                .map(found -> words.text("filing.within", words.limit(found)))
                .orElse("");
        return TimelineEntry.of("next", item.step(step.id()), limit, "", "")
                .numbered(Optional.ofNullable(numbers.get(step.id())));
    }

    private String holder(Task task) {
        String post = words.text("word.post." + task.post());
        String place = department.apply(task.department());
        return place.isEmpty() ? post : words.text("mine.holder", place, post);
    }

    private boolean issued(String template) {
        return file.documents().stream()
                .anyMatch(document -> document.template().equals(template));
    }

    TimelineEntry.Link link(String template) {
        return new TimelineEntry.Link(
                item.document(template), "/my/cases/" + file.head().number() + "/documents/" + template);
    }

    private Optional<Outcome> outcome(Event event) {
        return route.outcome(event.step(), event.outcome());
    }

    /** Ends the case or decides it; that it was accepted decides nothing yet. */
    private static boolean decides(Outcome outcome) {
        return outcome.end().isPresent()
                || outcome.marks()
                        .filter(mark -> !mark.equals(CaseState.ACCEPTED.key()))
                        .isPresent();
    }
}
