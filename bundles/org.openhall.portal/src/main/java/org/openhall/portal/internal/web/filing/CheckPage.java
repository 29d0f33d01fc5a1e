package org.openhall.portal.internal.web.filing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.Filing;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Form;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.users.Account;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.Paths;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;

/** {@code /filing/{draft}/check}: every answer once more, then the act itself. A second press of the button files nothing new. */
@Path("/filing/{draft: [0-9]{1,18}}/check")
public final class CheckPage {

    private final DraftRoom room;
    private final Services services;

    CheckPage(DraftRoom room) {
        this.room = room;
        this.services = room.services();
    }

    /** Answers under a heading. */
    public record Group(String title, List<Row> rows) {}

    /** One answer; either it can be changed, or a note says where it comes from. */
    public record Row(String term, List<String> lines, String change, String note) {}

    @GET
    public Response show(@Context Visit visit, @PathParam("draft") long draft) {
        return room.show(visit, draft, open -> draw(visit, open, 200, problems(open), ""));
    }

    @POST
    public Response submit(@Context Visit visit, @PathParam("draft") long draft) {
        Account account = visit.signedIn();
        Draft found = services.drafts().find(draft, account).orElseThrow(Refusal::notFound);
        if (found.filedAs().isPresent()) {
            return receipt(found.filedAs().get());
        }
        OpenDraft open = room.open(visit, account, found);
        if (visit.form()
                .number(Typing.REVISION)
                .filter(seen -> seen == found.revision())
                .isEmpty()) {
            return draw(visit, open, 409, problems(open), open.words().text("filing.check.changed"));
        }
        if (!visit.form().text("declared").equals("true")) {
            return draw(
                    visit,
                    open,
                    422,
                    List.of(ErrorLine.here("declared", open.words().text("filing.check.declare"))),
                    "");
        }
        Filing.Receipt receipt = services.filing().file(draft, account, visit.language(), Optional.empty());
        if (receipt instanceof Filing.Accepted accepted) {
            return receipt(accepted.number());
        }
        return receipt instanceof Filing.Returned returned
                ? draw(visit, open, 422, new ProblemLinks(open).lines(returned.problems()), "")
                : room.instead(visit, open);
    }

    /** Says before the last click that it will not succeed now. */
    private String paused(OpenDraft open) {
        Version version = open.version().version();
        return services.catalogue()
                .absence(open.draft().item(), version.line())
                .filter(absence -> absence != Catalogue.Absence.BROKEN)
                .map(absence -> open.words().text("public.guide.paused"))
                .orElse("");
    }

    private static Response receipt(String number) {
        return Local.go("/receipt/" + Paths.segment(number)).build();
    }

    private List<ErrorLine> problems(OpenDraft open) {
        return new ProblemLinks(open).lines(services.filing().blocking(open.draft(), open.account(), open.language()));
    }

    private Response draw(Visit visit, OpenDraft open, int status, List<ErrorLine> errors, String notice) {
        Map<String, Object> data = room.common(open);
        data.put("steps", StepBar.at(StepBar.Step.CHECK, open));
        data.put("errors", errors);
        data.put("notice", notice.isEmpty() ? paused(open) : notice);
        data.put("groups", groups(open));
        data.put("submit", open.base() + "/check");
        data.put("legal", "credit-code".equals(open.known().get("party.idType")));
        data.put(
                "afterwards",
                new Promises(open.version().definition(), open.implementation(), open.words(), open.item()).lines());
        data.put("back", open.asksMaterials() ? open.base() + "/materials" : open.firstPage());
        return room.pages().show(visit, status, "filing-check", data).build();
    }

    private List<Group> groups(OpenDraft open) {
        var groups = new java.util.ArrayList<Group>();
        for (Form.Section section : open.form().summary(open.effective(), open.language())) {
            groups.add(new Group(
                    section.title(),
                    section.lines().stream()
                            .map(line -> row(open, section, line))
                            .toList()));
        }
        if (open.asksMaterials()) {
            groups.add(new Group(open.words().text("filing.check.materials"), materials(open)));
        }
        return groups;
    }

    /** All answers to be read only. */
    static List<Group> read(OpenDraft open) {
        return open.form().summary(open.effective(), open.language()).stream()
                .map(section -> new Group(
                        section.title(),
                        section.lines().stream()
                                .map(line -> new Row(
                                        line.question(),
                                        line.answer().isEmpty()
                                                ? List.of(open.words().text("filing.check.nothing"))
                                                : line.answer(),
                                        "",
                                        ""))
                                .toList()))
                .toList();
    }

    private static Row row(OpenDraft open, Form.Section section, Form.Line line) {
        List<String> answer =
                line.answer().isEmpty() ? List.of(open.words().text("filing.check.nothing")) : line.answer();
        return line.known()
                ? new Row(line.question(), answer, "", open.words().text("filing.check.known"))
                : new Row(line.question(), answer, open.page(section.page()) + "#" + FieldPlaces.id(line.field()), "");
    }

    private List<Row> materials(OpenDraft open) {
        var cards = new MaterialCards(
                open, services.materials().ofDraft(open.draft().id()));
        return open.version().definition().materials().stream()
                .filter(spec -> cards.wanted(spec) || !cards.files(spec).isEmpty())
                .map(spec -> row(open, cards, spec))
                .toList();
    }

    private static Row row(OpenDraft open, MaterialCards cards, MaterialSpec spec) {
        List<String> names =
                cards.files(spec).stream().map(StoredMaterial::fileName).toList();
        String none = open.words().text(cards.required(spec) ? "filing.check.lacking" : "filing.check.noFile");
        return new Row(
                open.item().material(spec.code()),
                names.isEmpty() ? List.of(none) : names,
                open.base() + "/materials#" + MaterialCards.id(spec.code()),
                "");
    }
}
