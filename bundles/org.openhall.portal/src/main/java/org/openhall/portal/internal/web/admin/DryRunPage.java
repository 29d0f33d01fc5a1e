package org.openhall.portal.internal.web.admin;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.DryRuns;
import org.openhall.api.cases.DryRuns.Difference;
import org.openhall.api.cases.DryRuns.DryRun;
import org.openhall.api.paging.Page;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.Onward;
import org.openhall.portal.internal.http.Paths;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.web.admin.AdminLinks.Link;

/** {@code /admin/dry-runs/{id}}: how far a run is, what it found, and one case of it. */
@Path(AdminLinks.DRY_RUNS + "/{id: [0-9]{1,18}}")
public final class DryRunPage {

    private static final int ROWS = 20;

    private final ItemRoom room;

    DryRunPage(ItemRoom room) {
        this.room = room;
    }

    /** A number and what it counts. */
    public record Count(String name, int count) {}

    @GET
    public Response show(
            @Context Visit visit, @PathParam("id") long id, @QueryParam("after") @DefaultValue("") String after) {
        DryRun run = run(visit, id);
        Words words = room.words(visit);
        Page<Difference> page = differences(visit, id, after);
        Map<String, Object> model = room.model(visit, run.item(), name(run, words), title(run, words));
        String here = AdminLinks.dryRun(id);
        model.put("title", title(run, words));
        model.put("run", DryRunView.brief(run, words));
        model.put("running", run.endedAt().isEmpty());
        model.put("done", run.done());
        model.put("total", run.total());
        model.put("failure", run.failure());
        model.put("counts", counts(run, words));
        model.put(
                "rows",
                page.entries().stream()
                        .map(difference -> DryRunView.row(run, difference, after, words))
                        .toList());
        model.put("stop", here + "/stop");
        model.put("refresh", visit.path());
        model.put("next", page.next().map(next -> AdminLinks.onward(here, next)).orElse(""));
        model.put("previous", after.isEmpty() ? "" : here);
        return room.pages().show(visit, "admin-dry-run", model);
    }

    @POST
    @Path("stop")
    public Response stop(@Context Visit visit, @PathParam("id") long id) {
        run(visit, id);
        room.administration().dryRuns().stop(id, visit.operator());
        return Local.go(AdminLinks.dryRun(id)).build();
    }

    /** The place in the list stands in the address, so that one case is found again without a question of its own. */
    @GET
    @Path("cases/{number}")
    public Response one(
            @Context Visit visit,
            @PathParam("id") long id,
            @PathParam("number") String number,
            @QueryParam("after") @DefaultValue("") String after) {
        DryRun run = run(visit, id);
        Difference difference = differences(visit, id, after).entries().stream()
                .filter(known -> known.number().equals(number))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Words words = room.words(visit);
        Map<String, Object> model = room.model(visit, run.item(), name(run, words), number);
        var fields = new FieldNames(
                room.services().catalogue().version(run.item(), run.version()),
                words,
                room.pages().texts());
        model.put(
                "crumbs",
                List.of(
                        new Link("", AdminLinks.ITEMS, words.text("admin.nav.items")),
                        new Link("", AdminLinks.onward(AdminLinks.dryRun(id), after), title(run, words)),
                        new Link("", "", number)));
        model.put("number", number);
        model.put("title", words.text("admin.run.case", number));
        model.put("filedOn", difference.filedOn().toString());
        model.put("version", run.version().toString());
        model.put("refused", fields.named(difference.refused()));
        model.put("flagged", fields.named(difference.flagged()));
        model.put("due", DryRunView.due(difference, words));
        model.put("unchecked", difference.unchecked());
        model.put("desk", "/desk/cases/" + Paths.segment(number));
        return room.pages().show(visit, "admin-dry-run-case", model);
    }

    private DryRuns dryRuns() {
        return room.administration().dryRuns();
    }

    private DryRun run(Visit visit, long id) {
        return dryRuns().find(id, visit.operator()).orElseThrow(Refusal::notFound);
    }

    /** From the version on trial: a page that is drawn again while the run goes on asks for no counts. */
    private String name(DryRun run, Words words) {
        return room.services()
                .catalogue()
                .version(run.item(), run.version())
                .map(version -> version.text(words.language(), "name"))
                .filter(name -> !name.isEmpty())
                .orElse(run.item());
    }

    private Page<Difference> differences(Visit visit, long id, String after) {
        Optional<String> position = Optional.of(after).filter(text -> !text.isEmpty());
        return Onward.from(position, () -> dryRuns().differences(id, ROWS, position, visit.operator()));
    }

    private static String title(DryRun run, Words words) {
        return words.text("admin.run.title", run.version().toString());
    }

    private static List<Count> counts(DryRun run, Words words) {
        return List.of(
                new Count(words.text("admin.run.count.refused"), run.refused()),
                new Count(words.text("admin.run.count.flagged"), run.flagged()),
                new Count(words.text("admin.run.count.due"), run.due()),
                new Count(words.text("admin.run.count.unchecked"), run.unchecked()));
    }
}
