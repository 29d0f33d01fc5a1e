package org.openhall.portal.internal.web.admin;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Operator;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Words;

/** {@code /admin/items/{key}/dry-run}: asks over how many cases a version is replayed, and starts. */
@Path(AdminLinks.ITEMS + "/{key}/dry-run")
public final class DryRunStartPage {

    private static final int MOST = 1000;
    private static final String USUAL = "100";

    private final ItemRoom room;

    DryRunStartPage(ItemRoom room) {
        this.room = room;
    }

    @GET
    public Response ask(
            @Context Visit visit,
            @PathParam("key") String key,
            @QueryParam("version") @DefaultValue("") String version) {
        Deployed item = room.item(visit, key);
        if (!room.dryRuns(key)) {
            throw Refusal.notFound();
        }
        return page(visit, 200, item, Wish.of(Act.ACTIVATE, item, version, ""), USUAL, "");
    }

    @POST
    public Response start(@Context Visit visit, @PathParam("key") String key) {
        Operator by = visit.operator();
        Deployed item = room.item(visit, key);
        Wish wish = Wish.of(Act.ACTIVATE, item, visit.form().text("version"), "");
        String typed = visit.form().text("cases");
        Optional<Integer> cases = visit.form()
                .number("cases")
                .filter(number -> number >= 1 && number <= MOST)
                .map(Long::intValue);
        if (cases.isEmpty()) {
            String error = room.words(visit).text("admin.run.badNumber", MOST);
            return page(visit, 422, item, wish, typed, error);
        }
        long run = room.administration()
                .dryRuns()
                .start(key, wish.version().orElseThrow(), cases.get(), by)
                .orElseThrow(Refusal::notFound);
        return Local.go(AdminLinks.dryRun(run)).build();
    }

    private Response page(Visit visit, int status, Deployed item, Wish wish, String cases, String error) {
        Words words = room.words(visit);
        String title = words.text("admin.run.start", wish.about());
        Map<String, Object> model = room.model(visit, item, title);
        model.put("title", title);
        model.put("action", AdminLinks.item(item.item()) + "/dry-run");
        model.put("version", wish.about());
        model.put("cases", cases);
        model.put("error", error);
        model.put(
                "runs",
                room.administration().dryRuns().recent(item.item(), visit.operator()).stream()
                        .map(run -> DryRunView.brief(run, words))
                        .toList());
        return room.pages().show(visit, status, "admin-dry-run-start", model).build();
    }
}
