package org.openhall.portal.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.openhall.api.cases.Cases;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.ItemWords;

/** How far a case is, for whoever holds its number and query code. */
@Path(Api.BASE + "/progress")
@Produces(MediaType.APPLICATION_JSON)
public final class ProgressResource {

    private static final int LONGEST = 64;

    private final Services services;
    private final Calls calls;

    ProgressResource(Services services, Calls calls) {
        this.services = services;
        this.calls = calls;
    }

    @GET
    public Map<String, Object> progress(
            @Context Visit visit, @QueryParam("number") String number, @QueryParam("code") String code) {
        Cases.Asked asked = services.cases().progress(given(number), given(code), visit.address());
        if (asked instanceof Cases.TooMany many) {
            throw SessionResource.throttled(many.until(), services.clock());
        }
        if (asked instanceof Cases.Unknown) {
            throw Refusal.notFound();
        }
        var progress = (Cases.Progress) asked;
        var views = new CaseViews(services.catalogue(), calls.texts(), visit.language());
        ItemWords words = views.words(progress.head());
        List<String> open = progress.head().openSteps();
        Map<String, Object> view = CaseViews.fields(views.full(progress.head()));
        view.put("clock", CaseViews.clock(progress.clock()));
        view.put(
                "steps",
                progress.steps().stream()
                        .map(id ->
                                Map.of("id", id, "name", words.step(id), "state", open.contains(id) ? "open" : "done"))
                        .toList());
        view.put("events", views.told(progress.head(), progress.events()));
        view.put("waiting", progress.waiting().map(waiting -> CaseViews.waiting(waiting, words)));
        return view;
    }

    /** Nothing or far too much matches no case. */
    private static String given(String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw Refusal.notFound();
        }
        return text.strip();
    }
}
