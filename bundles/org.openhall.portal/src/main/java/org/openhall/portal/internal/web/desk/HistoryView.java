package org.openhall.portal.internal.web.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Event;
import org.openhall.api.cases.CaseFile.IssuedDocument;
import org.openhall.api.catalogue.Version;
import org.openhall.api.users.Account;
import org.openhall.portal.internal.view.Documents;

/** What happened to a case, newest first, and what the applicant got. */
final class HistoryView {

    private final CaseFile file;
    private final CaseWords words;

    HistoryView(CaseFile file, CaseWords words) {
        this.file = file;
        this.words = words;
    }

    /** One event. */
    public record Entry(String what, String when, String who, List<String> more, String text) {}

    /** A document with its address. */
    public record Document(String name, String href, String when) {}

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        Optional<Version> ran = Optional.empty();
        for (Event event : file.events()) {
            ran.filter(before -> !before.equals(event.version()))
                    .ifPresent(before -> entries.add(version(before, event.version(), event.at())));
            ran = Optional.of(event.version());
            entries.add(entry(event));
        }
        Optional<Version> last = ran;
        file.serving()
                .ifPresent(serving -> serving.since()
                        .ifPresent(since ->
                                entries.add(version(last.orElse(file.head().version()), serving.version(), since))));
        Collections.reverse(entries);
        return entries;
    }

    List<Document> documents() {
        return file.documents().stream().map(this::document).toList();
    }

    /** The last act of this official, when it was just this one; the hall itself may have acted since. */
    Optional<Event> lastAct(Account official, String outcome) {
        return file.events().stream()
                .filter(event -> event.kind().equals("acted") && event.actor().equals(official.name()))
                .reduce((first, last) -> last)
                .filter(event -> event.outcome().equals(outcome));
    }

    private String moment(Instant at) {
        return words.hall().shortDate(at) + " " + words.hall().time(at);
    }

    /** A correction of the item reached the case. */
    private Entry version(Version before, Version now, Instant at) {
        return new Entry(words.text("desk.event.version", now, before), moment(at), "", List.of(), "");
    }

    private Entry entry(Event event) {
        String actor = event.actor().isEmpty() ? words.text("desk.theHall") : event.actor();
        String what = words.maybe("desk.event." + event.kind())
                .map(any -> words.text("desk.event." + event.kind(), actor, words.step(event.step()), outcome(event)))
                .orElse(event.kind());
        boolean ran = event.kind().equals("filed") || event.kind().equals("acted");
        List<String> more =
                ran ? List.of(words.text("desk.version", event.version().toString())) : List.of();
        return new Entry(what, moment(event.at()), words.post(event.post()), more, event.opinion());
    }

    private String outcome(Event event) {
        return event.outcome().isEmpty() ? "" : words.outcome(event.outcome());
    }

    private Document document(IssuedDocument document) {
        String name = words.version()
                .map(version -> Documents.title(version, document.template(), words.hall()))
                .orElse(document.template());
        return new Document(
                name, DeskLinks.documentOf(file.head().number(), document.template()), moment(document.at()));
    }
}
