package org.openhall.portal.internal.web.desk;

import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.Desk;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.users.Account;
import org.openhall.api.users.Directory;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.flow.FlowChart;
import org.openhall.portal.internal.view.flow.Passage;
import org.openhall.portal.internal.web.desk.DeskLinks.Link;

/** Puts the page of one case together. The desk decides who may see it; there is no other way in. */
final class CaseRoom {

    private final Desk desk;
    private final Catalogue catalogue;
    private final Directory directory;
    private final Pages pages;

    CaseRoom(Desk desk, Catalogue catalogue, Directory directory, Pages pages) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.directory = directory;
        this.pages = pages;
    }

    /** A task to choose where several can be done. */
    public record Choice(String name, String href, boolean current) {}

    /** The case, when the official may see it. */
    CaseFile open(String number, Account official) {
        return desk.open(number, official).orElseThrow(Refusal::notFound);
    }

    CaseWords words(CaseFile file, Visit visit) {
        return CaseWords.of(file.head(), catalogue, pages, pages.words(visit), visit.language());
    }

    /** The page. */
    Response page(Visit visit, int status, CaseFile file, Reply reply) {
        Account official = visit.official();
        CaseWords words = words(file, visit);
        List<Task> doable = desk.doable(file, official);
        Optional<Task> task = chosen(doable, official, reply);
        Position position = Position.of(desk, official, file.head().number(), task);
        var files = new FilesView(file, words);
        Optional<StoredMaterial> shown = files.chosen(reply.file());
        var answers = new AnswersView(file, words);
        var history = new HistoryView(file, words);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("nav", "desk");
        model.put("links", DeskLinks.bar(words.hall()));
        model.put("crumbs", crumbs(file, task, words));
        model.put("item", words.item(file.head()));
        model.put("applicant", file.applicant().name());
        model.put("version", words.version().isPresent());
        model.put(
                "notice",
                reply.notice().or(() -> justDone(history.lastAct(official, reply.done()), file, position, words)));
        model.put("waiting", words.waiting(file));
        model.put(
                "previous",
                task.isEmpty() ? Optional.empty() : position.previous().map(DeskLinks::caseOf));
        model.put("next", task.isEmpty() ? Optional.empty() : position.next().map(DeskLinks::caseOf));
        model.put("groups", answers.groups());
        model.put("findings", answers.findings());
        model.put("seen", files.seen());
        model.put("materials", files.lines(shown));
        model.put("shown", shown.map(material -> files.shown(material, !doable.isEmpty(), reply)));
        model.put("clock", ClockView.of(file, task, position.row(), words));
        model.put("choices", doable.size() < 2 ? List.of() : choices(doable, task, file, words));
        model.put(
                "task",
                task.flatMap(own ->
                        new ActsView(file, words).form(own, shown.map(StoredMaterial::id), files.complaints(), reply)));
        model.put("hold", task.map(own -> hold(own, file)));
        model.put("holder", task.isPresent() ? "" : holder(file, words));
        model.put("documents", history.documents());
        model.put("flow", words.version().map(version -> flow(version, file, words)));
        model.put("history", history.entries());
        return pages.show(visit, status, "desk-case", model).build();
    }

    /** Where the case is among the steps of its version; officials see every way it went. */
    private FlowChart flow(ItemVersion version, CaseFile file, CaseWords words) {
        return FlowChart.of(
                version,
                words.hall(),
                code -> directory
                        .department(code)
                        .map(Directory.Department::name)
                        .orElse(""),
                Passage.of(file, (step, outcome) -> true));
    }

    /** The one asked for, else one that is the official's already, else the first. */
    private static Optional<Task> chosen(List<Task> doable, Account official, Reply reply) {
        return doable.stream()
                .filter(task -> reply.task().filter(id -> id == task.id()).isPresent())
                .findFirst()
                .or(() -> doable.stream()
                        .filter(task -> task.claimant()
                                .filter(id -> id == official.id())
                                .isPresent())
                        .findFirst())
                .or(() -> doable.stream().findFirst());
    }

    private static List<Link> crumbs(CaseFile file, Optional<Task> task, CaseWords words) {
        Link all = new Link("", DeskLinks.DESK, words.text("layout.tasks"));
        Link here = new Link("", "", file.head().number());
        return task.map(own -> List.of(
                        all,
                        new Link(
                                "", DeskLinks.list(own.post(), "open", "", ""), words.text("desk.stage." + own.post())),
                        here))
                .orElse(List.of(all, here));
    }

    private static List<Choice> choices(List<Task> doable, Optional<Task> chosen, CaseFile file, CaseWords words) {
        return doable.stream()
                .map(task -> new Choice(
                        words.step(task.step()),
                        DeskLinks.caseOf(file.head().number()) + "?task=" + task.id(),
                        chosen.filter(task::equals).isPresent()))
                .toList();
    }

    /** Where to claim the task, or to give it back. */
    private static Map<String, Object> hold(Task task, CaseFile file) {
        boolean free = task.claimant().isEmpty();
        return Map.of(
                "free",
                free,
                "action",
                DeskLinks.caseOf(file.head().number()) + "/tasks/" + task.id() + (free ? "/claim" : "/release"));
    }

    /** Why there is nothing to do here. */
    private static String holder(CaseFile file, CaseWords words) {
        List<Task> open = file.tasks().stream().filter(Task::open).toList();
        return open.stream()
                .filter(task -> task.claimant().isPresent())
                .findFirst()
                .map(task -> words.text("desk.heldBy", task.claimantName(), words.step(task.step())))
                .orElseGet(() -> words.where(
                        file.head().state(), open.stream().map(Task::step).toList()));
    }

    /** After an act the page says what it did and what comes next. */
    private static Optional<Reply.Notice> justDone(
            Optional<CaseFile.Event> done, CaseFile file, Position position, CaseWords words) {
        return done.map(act -> {
            List<Link> links = new ArrayList<>();
            position.next()
                    .ifPresent(next -> links.add(new Link("", DeskLinks.caseOf(next), words.text("desk.toNext"))));
            links.add(new Link("", DeskLinks.DESK, words.text("desk.toDesk")));
            return new Reply.Notice(
                    "ok",
                    words.text("desk.done", words.outcome(act.outcome())),
                    words.where(file.head().state(), file.head().openSteps()),
                    "",
                    links);
        });
    }
}
