package org.openhall.portal.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.users.Account;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.ItemWords;

/** One case as the official of one of its posts sees it. */
@Path(Api.BASE + "/desk/cases/{number}")
@Produces(MediaType.APPLICATION_JSON)
public final class DeskCaseResource {

    private final Services services;
    private final Calls calls;

    DeskCaseResource(Services services, Calls calls) {
        this.services = services;
        this.calls = calls;
    }

    @GET
    public Map<String, Object> one(@Context Visit visit, @PathParam("number") String number) {
        Account official = visit.official();
        CaseFile file = services.desk().open(number, official).orElseThrow(Refusal::notFound);
        CaseViews views = views(visit);
        ItemWords words = views.words(file.head());
        Map<String, Object> view = views.desk(file);
        view.put(
                "doable",
                services.desk().doable(file, official).stream()
                        .map(task -> Map.of("task", CaseViews.task(task, words), "actions", actions(file, task, words)))
                        .toList());
        return view;
    }

    @GET
    @Path("materials/{file:[0-9]{1,18}}")
    @Produces(MediaType.WILDCARD)
    public Response download(@Context Visit visit, @PathParam("number") String number, @PathParam("file") long file) {
        CaseFile found = services.desk().open(number, visit.official()).orElseThrow(Refusal::notFound);
        return MaterialView.download(services.materials(), found.materials(), file);
    }

    /** The outcomes that the version which serves the case's line now has for the step. */
    private List<Map<String, Object>> actions(CaseFile file, CaseFile.Task task, ItemWords words) {
        return services.catalogue()
                .serving(file.head().item(), file.head().version().line())
                .map(ItemVersion::definition)
                .map(ItemDefinition::steps)
                .map(steps -> steps.get(task.step()))
                .map(step -> step.outcomes().values().stream()
                        .map(outcome -> {
                            Map<String, Object> action = ItemDocument.outcome(outcome);
                            action.put("name", words.outcome(outcome.name()));
                            return action;
                        })
                        .toList())
                .orElse(List.of());
    }

    private CaseViews views(Visit visit) {
        return new CaseViews(services.catalogue(), calls.texts(), visit.language());
    }
}
