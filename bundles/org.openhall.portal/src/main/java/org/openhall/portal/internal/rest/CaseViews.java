package org.openhall.portal.internal.rest;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.cases.ClockReading;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Version;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Texts;
import org.openhall.portal.internal.web.mine.Route;

/** Cases as JSON, in one language. */
final class CaseViews {

    private final Catalogue catalogue;
    private final Texts texts;
    private final String language;
    private final Map<String, ItemWords> known = new HashMap<>();

    CaseViews(Catalogue catalogue, Texts texts, String language) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.language = language;
    }

    /** A step by identifier and name. */
    public record Step(String id, String name) {}

    /** A case in one line. */
    public record Head(
            String number,
            String item,
            String itemName,
            String implementation,
            Version version,
            String state,
            String stateName,
            String applicant,
            String filedBy,
            String department,
            String region,
            Instant filedAt,
            Optional<Instant> due,
            Optional<Instant> endedAt,
            List<Step> openSteps) {}

    /** What the clock says. */
    public record Clock(String state, int limit, String unit, Optional<Instant> due, int left) {}

    /** Something that happened. */
    public record Event(
            Instant at,
            String kind,
            Optional<Step> step,
            Optional<String> outcome,
            Optional<String> outcomeName,
            Optional<String> actor,
            Optional<String> post,
            Optional<String> opinion,
            Version version) {

        Event withoutOutcome() {
            return new Event(
                    at, kind, step, Optional.empty(), Optional.empty(), actor, post, Optional.empty(), version);
        }
    }

    /** A task. */
    public record Task(
            long id,
            Step step,
            String post,
            String department,
            String region,
            Optional<String> claimant,
            boolean open,
            Instant openedAt,
            Optional<Instant> due,
            Optional<Instant> closedAt,
            Optional<String> outcome) {}

    /** Looked up once for each version of a list. */
    ItemWords words(CaseHead head) {
        return known.computeIfAbsent(
                head.item() + " " + head.version(),
                any -> new ItemWords(catalogue.version(head.item(), head.version()), texts, language));
    }

    /** With names of people masked, for lists of officials. */
    Head masked(CaseHead head) {
        return full(head.masked());
    }

    Head full(CaseHead head) {
        ItemWords words = words(head);
        return new Head(
                head.number(),
                head.item(),
                words.item(head),
                head.implementation(),
                head.version(),
                head.state().key(),
                texts.text(language, "word.state." + head.state().key()),
                head.partyName(),
                head.filedBy(),
                head.department(),
                head.region(),
                head.filedAt(),
                head.due(),
                head.endedAt(),
                head.openSteps().stream()
                        .map(id -> new Step(id, words.step(id)))
                        .toList());
    }

    /** The fields of a case in one line, to which more are added. */
    static Map<String, Object> fields(Head head) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", head.number());
        fields.put("item", head.item());
        fields.put("itemName", head.itemName());
        fields.put("implementation", head.implementation());
        fields.put("version", head.version());
        fields.put("state", head.state());
        fields.put("stateName", head.stateName());
        fields.put("applicant", head.applicant());
        fields.put("filedBy", head.filedBy());
        fields.put("department", head.department());
        fields.put("region", head.region());
        fields.put("filedAt", head.filedAt());
        fields.put("due", head.due());
        fields.put("endedAt", head.endedAt());
        fields.put("openSteps", head.openSteps());
        return fields;
    }

    static Clock clock(ClockReading reading) {
        return new Clock(
                lower(reading.state()),
                reading.limit().days(),
                lower(reading.limit().unit()),
                reading.due(),
                reading.left());
    }

    static Event event(CaseFile.Event event, ItemWords words) {
        return new Event(
                event.at(),
                event.kind(),
                said(event.step()).map(id -> new Step(id, words.step(id))),
                said(event.outcome()),
                said(event.outcome()).map(words::outcome),
                said(event.actor()),
                said(event.post()),
                said(event.opinion()),
                event.version());
    }

    static Task task(CaseFile.Task task, ItemWords words) {
        return new Task(
                task.id(),
                new Step(task.step(), words.step(task.step())),
                task.post(),
                task.department(),
                task.region(),
                said(task.claimantName()),
                task.open(),
                task.openedAt(),
                task.due(),
                task.closedAt(),
                said(task.outcome()));
    }

    /** Why the code of a case's line is away, and which steps wait for it. */
    static Map<String, Object> waiting(CaseFile.Waiting waiting, ItemWords words) {
        return Map.of(
                "why", lower(waiting.why()),
                "steps",
                        waiting.steps().stream()
                                .map(id -> new Step(id, words.step(id)))
                                .toList());
    }

    /** What happened, for applicants: how a step came out only where it is said to them. */
    List<Event> told(CaseHead head, List<CaseFile.Event> events) {
        ItemWords words = words(head);
        return events.stream()
                .map(event -> tells(head, event)
                        ? event(event, words)
                        : event(event, words).withoutOutcome())
                .toList();
    }

    private boolean tells(CaseHead head, CaseFile.Event event) {
        return event.outcome().isEmpty()
                || catalogue
                        .version(head.item(), event.version())
                        .filter(version -> new Route(version.definition()).tells(event.step(), event.outcome()))
                        .isPresent();
    }

    /** All that an applicant may see of his own case. */
    Map<String, Object> own(CaseFile file) {
        ItemWords words = words(file.head());
        Map<String, Object> view = fields(full(file.head()));
        view.put("party", applicant(file));
        view.put("answers", file.answers().asMap());
        view.put("materials", file.materials().stream().map(MaterialView::of).toList());
        view.put("clock", clock(file.clock()));
        view.put("events", told(file.head(), file.events()));
        view.put("serving", file.serving());
        view.put("waiting", file.waiting().map(waiting -> waiting(waiting, words)));
        view.put(
                "documents",
                file.documents().stream()
                        .map(document -> document(document, words))
                        .toList());
        return view;
    }

    /** All that an official may see of a case of his posts. */
    Map<String, Object> desk(CaseFile file) {
        ItemWords words = words(file.head());
        Map<String, Object> view = own(file);
        view.put(
                "events",
                file.events().stream().map(event -> event(event, words)).toList());
        view.put("tasks", file.tasks().stream().map(task -> task(task, words)).toList());
        view.put("opinions", file.opinions());
        view.put(
                "findings",
                file.findings().stream().map(finding -> finding(finding, words)).toList());
        return view;
    }

    private static Map<String, Object> applicant(CaseFile file) {
        return Map.of(
                "kind", lower(file.applicant().kind()),
                "name", file.applicant().name(),
                "idNumber", file.applicant().idNumber(),
                "verified", file.applicant().verified());
    }

    private static Map<String, Object> document(CaseFile.IssuedDocument document, ItemWords words) {
        return Map.of(
                "template", document.template(), "name", words.document(document.template()), "at", document.at());
    }

    private static Map<String, Object> finding(CaseFile.CaseFinding finding, ItemWords words) {
        return Map.of(
                "rule", finding.rule(),
                "pointer", finding.pointer(),
                "checked", !finding.message().isEmpty(),
                "message", words.finding(finding));
    }

    private static Optional<String> said(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
