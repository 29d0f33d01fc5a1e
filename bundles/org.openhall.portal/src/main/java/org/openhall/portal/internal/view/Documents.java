package org.openhall.portal.internal.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Event;
import org.openhall.api.cases.CaseFile.IssuedDocument;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.users.Directory;

/**
 * Draws the documents an applicant gets, from the templates of the version that issued them, in a {@link DocumentSandbox}. Documents are in the
 * language of their template; dates and answers in Chinese.
 */
public final class Documents {

    private static final String LANGUAGE = "zh";

    private final DocumentSandbox sandbox = new DocumentSandbox();
    private final Catalogue catalogue;
    private final Directory directory;
    private final Words words;

    /**
     * Draws with these.
     *
     * @param catalogue where templates come from
     * @param directory names of departments and regions
     * @param pages for texts and time zone
     */
    public Documents(Catalogue catalogue, Directory directory, Pages pages) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.words = new Words(pages.texts(), LANGUAGE, pages.zone());
    }

    /**
     * A document ready to be put into a page.
     *
     * @param title its name
     * @param body HTML below {@code <body>}
     */
    public record Drawn(String title, String body) {}

    /**
     * Draws a document of a case.
     *
     * @param file the case
     * @param template identifier of the template
     * @return empty when the case has no such document
     */
    public Optional<Drawn> draw(CaseFile file, String template) {
        return file.documents().stream()
                .filter(document -> document.template().equals(template))
                .reduce((first, last) -> last)
                .flatMap(document -> draw(file, document));
    }

    /**
     * The name of a document, for links to it.
     *
     * @param version that issued it
     * @param template identifier of the template
     * @param words in the language wanted
     * @return its name
     */
    public static String title(ItemVersion version, String template, Words words) {
        return new ItemWords(version, words, words.language()).document(template);
    }

    private Optional<Drawn> draw(CaseFile file, IssuedDocument document) {
        CaseHead head = file.head();
        Optional<Event> act = act(file, document);
        Optional<ItemVersion> version = act.flatMap(event -> catalogue.version(head.item(), event.version()))
                .or(() -> catalogue.serving(head.item(), head.version().line()));
        return version.filter(found -> found.templates().containsKey(document.template()))
                .map(found -> new Drawn(
                        title(found, document.template(), words),
                        sandbox.draw(
                                document.template() + " of " + found,
                                found.templates().get(document.template()),
                                model(file, document.at(), act, found))));
    }

    private DocumentModel model(CaseFile file, Instant at, Optional<Event> act, ItemVersion version) {
        CaseHead head = file.head();
        List<DocumentModel.Answer> answers = version.form().summary(file.answers(), LANGUAGE).stream()
                .flatMap(section -> section.lines().stream())
                .map(line -> new DocumentModel.Answer(line.question(), String.join("\n", line.answer())))
                .toList();
        return new DocumentModel(
                new DocumentModel.Facts(
                        head.number(),
                        head.itemName(),
                        words.plainDate(head.filedAt()),
                        head.due().map(words::plainDate).orElse("")),
                new DocumentModel.Applicant(
                        file.applicant().name(), file.applicant().idNumber()),
                answers,
                act.map(Event::opinion).orElse(""),
                directory
                        .department(head.department())
                        .map(Directory.Department::name)
                        .orElse(head.department()),
                directory.region(head.region()).map(Directory.Region::name).orElse(head.region()),
                words.plainDate(at),
                version.version().toString());
    }

    /** The act that issued a document: the last one whose outcome names its template. */
    private Optional<Event> act(CaseFile file, IssuedDocument document) {
        return file.events().stream()
                .filter(event -> event.kind().equals("acted") && issues(file.head(), event, document.template()))
                .reduce((first, last) -> last);
    }

    private boolean issues(CaseHead head, Event event, String template) {
        return catalogue
                .version(head.item(), event.version())
                .map(version -> version.definition().steps().get(event.step()))
                .map(Step::outcomes)
                .map(outcomes -> outcomes.get(event.outcome()))
                .flatMap(Outcome::document)
                .filter(template::equals)
                .isPresent();
    }
}
