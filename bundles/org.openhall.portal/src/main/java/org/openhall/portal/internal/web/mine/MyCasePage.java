package org.openhall.portal.internal.web.mine;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Event;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.cases.CaseState;
import org.openhall.api.cases.ClockReading;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.users.Directory;
import org.openhall.portal.internal.http.FileAnswers;
import org.openhall.portal.internal.http.Paths;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.WaitWords;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.view.flow.FlowChart;
import org.openhall.portal.internal.view.flow.Passage;

/** {@code /my/cases/{number}}: where a case is, who has it, what was handed in and what came back. */
@Path("/my/cases/{number}")
public final class MyCasePage {

    private final Services services;
    private final Pages pages;

    MyCasePage(Services services, Pages pages) {
        this.services = services;
        this.pages = pages;
    }

    /** Who has the case, since when, until when. */
    public record Now(String who, String since, String until, String dueState, String left, String promise) {}

    /** How the case went. */
    public record Ending(String kind, String title, String text) {}

    /** Answers under a heading. */
    public record Section(String title, List<Row> rows) {}

    /** Question and answer. */
    public record Row(String term, String text) {}

    /** A file handed in. */
    public record FileRow(String name, String note, String href) {}

    @GET
    public Response show(@Context Visit visit, @PathParam("number") String number) {
        CaseFile file = services.cases().find(number, visit.signedIn()).orElseThrow(Refusal::notFound);
        CaseHead head = file.head();
        ItemVersion version = services.catalogue()
                .serving(head.item(), head.version().line())
                .or(() -> services.catalogue().version(head.item(), head.version()))
                .orElseThrow(() -> new ItemUnavailable(head.item()));
        Words words = pages.words(visit);
        var item = new ItemWords(version, words, visit.language());
        var story = new CaseStory(file, version, words, item, this::department);
        Map<String, Object> data = new HashMap<>();
        data.put("nav", "mine");
        data.put("item", Map.of("name", item.name(), "department", department(head.department())));
        data.put("number", head.number());
        data.put("applicant", head.partyName());
        data.put("state", words.text("word.state." + head.state().key()));
        data.put("tone", CaseTones.tone(head.state()));
        data.put("icon", CaseTones.icon(head.state()));
        WaitWords.forApplicants(file.waiting(), item, words).ifPresent(notice -> data.put("waiting", notice));
        ending(head, story, words).ifPresent(ending -> data.put("ending", ending));
        data.put("entries", story.entries());
        data.put(
                "flow",
                FlowChart.of(
                        version, words, this::department, Passage.of(file, new Route(version.definition())::tells)));
        data.put("now", now(file, version, story, words));
        data.put("answers", answers(file, version, visit.language(), words));
        data.put("files", files(file, item, words));
        data.put(
                "documents",
                file.documents().stream()
                        .map(CaseFile.IssuedDocument::template)
                        .distinct()
                        .map(story::link)
                        .toList());
        data.put("receipt", "/receipt/" + head.number());
        data.put("guide", "/items/" + Paths.segment(head.implementation()));
        return pages.show(visit, "my-case", data);
    }

    private static Optional<Ending> ending(CaseHead head, CaseStory story, Words words) {
        CaseState state = head.state();
        if (state == CaseState.SUBMITTED || state == CaseState.ACCEPTED) {
            return Optional.empty();
        }
        boolean good = state == CaseState.GRANTED || state == CaseState.COMPLETED;
        return Optional.of(new Ending(
                good ? "ok" : "error",
                words.text("mine.ending." + state.key()),
                good ? "" : story.decision().map(Event::opinion).orElse("")));
    }

    private static Now now(CaseFile file, ItemVersion version, CaseStory story, Words words) {
        if (file.head().state().ended()) {
            String ended = file.head().endedAt().map(words::date).orElse("");
            return new Now("", ended, "", "", "", "");
        }
        ClockReading clock = file.clock();
        Optional<Instant> since = story.open().stream().map(Task::openedAt).max(Comparator.naturalOrder());
        boolean counts = clock.state() == ClockReading.State.RUNNING || clock.state() == ClockReading.State.PAUSED;
        Optional<Instant> due = counts
                ? clock.due()
                : story.open().stream().flatMap(task -> task.due().stream()).max(Comparator.naturalOrder());
        return new Now(
                story.who(),
                since.map(words::dateTime).orElse(""),
                due.map(words::date).orElse(""),
                counts ? words.dueState(clock) : "",
                counts ? words.left(clock) : "",
                clock.state() == ClockReading.State.WAITING
                        ? words.text("mine.case.promise", words.limit(clock.limit()))
                        : "");
    }

    private static List<Section> answers(CaseFile file, ItemVersion version, String language, Words words) {
        return version.form().summary(file.answers(), language).stream()
                .map(section -> new Section(
                        section.title(),
                        section.lines().stream()
                                .map(line -> new Row(
                                        line.question(),
                                        line.answer().isEmpty()
                                                ? words.text("filing.check.nothing")
                                                : String.join("\n", line.answer())))
                                .toList()))
                .toList();
    }

    private static List<FileRow> files(CaseFile file, ItemWords item, Words words) {
        return file.materials().stream()
                .map(material -> new FileRow(
                        material.fileName(),
                        item.material(material.code()) + words.text("filing.gap") + words.fileSize(material.size()),
                        href(file, material)))
                .toList();
    }

    private static String href(CaseFile file, StoredMaterial material) {
        String path = "/my/cases/" + file.head().number() + "/files/" + material.id();
        return FileAnswers.shown(material) ? path : path + "?save";
    }

    private String department(String code) {
        return services.directory()
                .department(code)
                .map(Directory.Department::name)
                .orElse("");
    }
}
