package org.openhall.portal.internal.web.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.Desk;
import org.openhall.api.users.Account;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.PostedForm;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Visit;

/** {@code /desk/cases/{number}}: all about one case on one screen, and what is done with it. */
@Path(DeskLinks.DESK + "/cases/{number}")
public final class CasePage {

    private final Desk desk;
    private final CaseRoom cases;

    CasePage(Desk desk, CaseRoom cases) {
        this.desk = desk;
        this.cases = cases;
    }

    @GET
    public Response show(
            @Context Visit visit,
            @PathParam("number") String number,
            @QueryParam("file") @DefaultValue("") String file,
            @QueryParam("task") @DefaultValue("") String task,
            @QueryParam("done") @DefaultValue("") String done,
            @QueryParam("carry") @DefaultValue("") String carry) {
        CaseFile found = cases.open(number, visit.official());
        return cases.page(
                visit, 200, found, Reply.about(id(task), id(file)).after(done).carrying(!carry.isEmpty()));
    }

    @POST
    @Path("/act")
    public Response act(@Context Visit visit, @PathParam("number") String number) {
        Account official = visit.official();
        PostedForm form = visit.form();
        String action = form.text("action");
        String opinion = form.text("opinion");
        Reply reply = Reply.about(form.number("task"), form.number("file")).typed(action, opinion);
        if (action.isEmpty()) {
            CaseFile file = cases.open(number, official);
            return cases.page(
                    visit, 422, file, reply.wrongAction(cases.words(file, visit).text("desk.chooseAct")));
        }
        OptionalLong task = form.number("task").map(OptionalLong::of).orElse(OptionalLong.empty());
        Desk.Acted acted = desk.act(new Desk.Act(number, action, task, opinion, official, Optional.empty()));
        if (acted instanceof Desk.Done done) {
            return Local.go(DeskLinks.caseOf(done.number()) + "?done=" + action).build();
        }
        CaseFile file = cases.open(number, official);
        CaseWords words = cases.words(file, visit);
        if (acted instanceof Desk.Improper improper) {
            String error = words.maybe("desk.improper." + improper.code()).orElse(words.text("desk.improper"));
            return cases.page(visit, 422, file, reply.wrongOpinion(error));
        }
        if (acted instanceof Desk.Elsewhere elsewhere) {
            return cases.page(visit, 409, file, reply.with(faster(elsewhere, opinion, file, words)));
        }
        return cases.page(
                visit,
                409,
                file,
                reply.with(new Reply.Notice(
                        "warn", words.text("desk.which"), words.text("desk.whichText"), "", List.of())));
    }

    @POST
    @Path("/tasks/{task}/claim")
    public Response claim(@Context Visit visit, @PathParam("number") String number, @PathParam("task") String task) {
        Account official = visit.official();
        long id = id(task).orElseThrow(Refusal::notFound);
        CaseFile before = cases.open(number, official);
        if (of(before, id).isPresent() && desk.claim(id, official)) {
            return back(visit, number, id);
        }
        return conflict(visit, number, id, "desk.claimLost");
    }

    @POST
    @Path("/tasks/{task}/release")
    public Response release(@Context Visit visit, @PathParam("number") String number, @PathParam("task") String task) {
        Account official = visit.official();
        long id = id(task).orElseThrow(Refusal::notFound);
        CaseFile before = cases.open(number, official);
        if (of(before, id).isPresent() && desk.release(id, official)) {
            return back(visit, number, id);
        }
        return conflict(visit, number, id, "desk.releaseLost");
    }

    private Response conflict(Visit visit, String number, long task, String title) {
        CaseFile now = cases.open(number, visit.official());
        CaseWords words = cases.words(now, visit);
        String text = of(now, task)
                .filter(found -> found.open() && found.claimant().isPresent())
                .map(found -> words.text("desk.heldBy", found.claimantName(), words.step(found.step())))
                .orElseGet(() -> words.where(now.head().state(), now.head().openSteps()));
        var notice = new Reply.Notice("warn", words.text(title), text, "", List.of());
        return cases.page(
                visit,
                409,
                now,
                Reply.about(Optional.of(task), Optional.empty()).with(notice));
    }

    /** Who did what, when, and where the case is now; what was typed is not lost. */
    private static Reply.Notice faster(Desk.Elsewhere elsewhere, String opinion, CaseFile file, CaseWords words) {
        String what = elsewhere.lastOutcome().isEmpty()
                ? words.text("desk.elsewhere.gone")
                : words.text(
                        "desk.elsewhere",
                        elsewhere.lastActor().isEmpty() ? words.text("desk.theHall") : elsewhere.lastActor(),
                        words.hall().dateTime(elsewhere.at()),
                        words.outcome(elsewhere.lastOutcome()));
        String where = words.where(elsewhere.state(), elsewhere.openSteps());
        return new Reply.Notice(
                "warn",
                what,
                words.text("desk.elsewhereText", where),
                opinion,
                List.of(new DeskLinks.Link("", DeskLinks.DESK, words.text("desk.toDesk"))));
    }

    private static Response back(Visit visit, String number, long task) {
        String back = visit.form().text("back");
        boolean toTheList = back.equals(DeskLinks.DESK) || back.startsWith(DeskLinks.DESK + "?");
        return Local.go(toTheList ? back : DeskLinks.caseOf(number) + "?task=" + task)
                .build();
    }

    private static Optional<Task> of(CaseFile file, long task) {
        return file.tasks().stream().filter(found -> found.id() == task).findFirst();
    }

    private static Optional<Long> id(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
