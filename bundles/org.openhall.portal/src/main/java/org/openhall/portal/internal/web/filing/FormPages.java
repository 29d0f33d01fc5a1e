package org.openhall.portal.internal.web.filing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.Drafts;
import org.openhall.api.forms.Problem;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.PostedForm;
import org.openhall.portal.internal.http.Visit;

/** {@code /filing/{draft}/form/{page}}: the pages of the item's form, one by one. Whatever is typed is saved, right or wrong. */
@Path("/filing/{draft: [0-9]{1,18}}/form/{page}")
public final class FormPages {

    private final DraftRoom room;
    private final Typing typing;

    FormPages(DraftRoom room) {
        this.room = room;
        this.typing = new Typing(room);
    }

    @GET
    public Response show(@Context Visit visit, @PathParam("draft") long draft, @PathParam("page") String page) {
        boolean fix = visit.path().contains("?fix");
        return room.show(visit, draft, open -> draw(visit, open, page, 200, fix ? problems(open, page) : List.of()));
    }

    @POST
    public Response post(@Context Visit visit, @PathParam("draft") long draft, @PathParam("page") String page) {
        return room.change(visit, draft, open -> {
            if (visit.form().text(Typing.KEEP).equals("theirs")) {
                return Local.go(open.page(page)).build();
            }
            Drafts.Saving saving = typing.save(open, page, visit.form());
            if (saving instanceof Drafts.Saved saved) {
                return after(visit, open.with(saved.draft()), page);
            }
            return saving instanceof Drafts.Conflict conflict
                    ? typing.conflict(visit, open.with(conflict.current()), page)
                    : room.gone(visit, ((Drafts.Gone) saving).filedAs());
        });
    }

    /** What hall.js saves while somebody types. */
    @POST
    @Path("autosave")
    public Response autosave(@Context Visit visit, @PathParam("draft") long draft, @PathParam("page") String page) {
        return room.change(visit, draft, open -> {
            Drafts.Saving saving = typing.save(open, page, visit.form());
            return saving instanceof Drafts.Saved saved
                    ? json(200, saved.draft(), room.savedAt(open.with(saved.draft())))
                    : json(409, open.draft(), "");
        });
    }

    private static Response json(int status, Draft draft, String saved) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("saved", saved, "revision", draft.revision()))
                .build();
    }

    private Response after(Visit visit, OpenDraft open, String page) {
        PostedForm posted = visit.form();
        if (posted.has(Typing.LEAVE)) {
            return Local.go("/my/cases").build();
        }
        if (!room.accepts(open)) {
            return Local.go(open.base()).build();
        }
        if (posted.has(Typing.REFRESH)) {
            return Local.go(open.page(page)).build();
        }
        Optional<String> rows = Typing.rowButton(posted);
        if (rows.isPresent()) {
            return Typing.at(open.page(page), FieldPlaces.id(rows.get()));
        }
        List<Problem> problems = problems(open, page);
        return problems.isEmpty() ? Local.go(next(open, page)).build() : draw(visit, open, page, 422, problems);
    }

    private static List<Problem> problems(OpenDraft open, String page) {
        return open.form().problems(page, open.effective(), open.language());
    }

    private Response draw(Visit visit, OpenDraft open, String page, int status, List<Problem> problems) {
        Map<String, Object> model = new FormView(open).model(room.common(open), page, problems);
        return room.pages().show(visit, status, "filing-form", model).build();
    }

    private static String next(OpenDraft open, String page) {
        return new FormView(open).after(page);
    }
}
