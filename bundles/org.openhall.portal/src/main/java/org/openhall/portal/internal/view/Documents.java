package org.openhall.portal.internal.view;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * Draws the documents an applicant gets, from the templates of the version that issued them. A template sees texts and nothing else: no class
 * can be made, no method of Java called, no other template read. Documents are in the language of their template; dates and answers in Chinese.
 */
public final class Documents {

    private static final String LANGUAGE = "zh";

    private final Configuration sandbox = new Configuration(Configuration.VERSION_2_3_34);
    private final Catalogue catalogue;
    private final Directory directory;
    private final Words words;

    /**
     * Prepares the sandbox.
     *
     * @param catalogue where templates come from
     * @param directory names of departments and regions
     * @param pages for texts and time zone
     */
    public Documents(Catalogue catalogue, Directory directory, Pages pages) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.words = new Words(pages.texts(), LANGUAGE, pages.zone());
        sandbox.setOutputFormat(HTMLOutputFormat.INSTANCE);
        sandbox.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        sandbox.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        sandbox.setAPIBuiltinEnabled(false);
        sandbox.setNumberFormat("computer");
        sandbox.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        sandbox.setLogTemplateExceptions(false);
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
                        body(found, document.template(), model(file, document.at(), act, found))));
    }

    private String body(ItemVersion version, String name, Map<String, Object> model) {
        var body = new StringWriter();
        try {
            new Template(name, new StringReader(version.templates().get(name)), sandbox).process(model, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(
                    "Document " + name + " of " + version + ": " + e.getMessageWithoutStackTop(), e);
        }
        return body.toString();
    }

    private Map<String, Object> model(CaseFile file, Instant at, Optional<Event> act, ItemVersion version) {
        CaseHead head = file.head();
        List<Map<String, String>> answers = version.form().summary(file.answers(), LANGUAGE).stream()
                .flatMap(section -> section.lines().stream())
                .map(line -> Map.of("question", line.question(), "answer", String.join("\n", line.answer())))
                .toList();
        return Map.of(
                "case",
                Map.of(
                        "number", head.number(),
                        "itemName", head.itemName(),
                        "filedOn", words.date(head.filedAt()),
                        "due", head.due().map(words::date).orElse("")),
                "applicant",
                Map.of(
                        "name",
                        file.applicant().name(),
                        "idNumber",
                        file.applicant().idNumber()),
                "answers",
                answers,
                "opinion",
                act.map(Event::opinion).orElse(""),
                "department",
                directory
                        .department(head.department())
                        .map(Directory.Department::name)
                        .orElse(head.department()),
                "region",
                directory.region(head.region()).map(Directory.Region::name).orElse(head.region()),
                "issuedOn",
                words.date(at),
                "version",
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
