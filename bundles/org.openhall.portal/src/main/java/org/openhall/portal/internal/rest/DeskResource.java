package org.openhall.portal.internal.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.Desk;
import org.openhall.api.paging.Page;
import org.openhall.api.users.Account;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;

/** The tasks of an official's posts. */
@Path(Api.BASE + "/desk/cases")
@Produces(MediaType.APPLICATION_JSON)
public final class DeskResource {

    private static final List<String> STATES = List.of("open", "mine", "done");
    private static final int LONGEST_WORDS = 100;

    private final Services services;
    private final Calls calls;

    DeskResource(Services services, Calls calls) {
        this.services = services;
        this.calls = calls;
    }

    /** One task of the list. */
    public record Row(@JsonUnwrapped CaseViews.Head head, CaseViews.Task task, CaseViews.Clock clock) {}

    /** To-do counts of one stage. */
    public record Count(long total, long overdue, long soon, long fine, long paused) {}

    /** A page of tasks, with the counts of all stages. */
    public record Tasks(List<Row> cases, Map<String, Count> counts, Optional<String> next) {}

    @GET
    public Tasks list(
            @Context Visit visit,
            @QueryParam("stage") String stage,
            @QueryParam("state") String state,
            @QueryParam("q") String q,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        Account official = visit.official();
        Optional<String> position = Optional.ofNullable(after);
        String words = q == null ? "" : q.strip();
        var query = new Desk.Query(
                stage == null ? "" : stage,
                state(state, visit),
                words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
                calls.limit(limit, visit),
                position);
        Page<Desk.Row> page = calls.page(position, visit, () -> services.desk().tasks(official, query));
        CaseViews views = views(visit);
        Map<String, Count> counts = new java.util.TreeMap<>();
        services.desk()
                .counts(official)
                .forEach((post, count) -> counts.put(
                        post, new Count(count.total(), count.overdue(), count.soon(), count.fine(), count.paused())));
        return new Tasks(page.map(row -> row(row, views)).entries(), counts, page.next());
    }

    private String state(String asked, Visit visit) {
        if (asked == null || asked.isEmpty()) {
            return STATES.get(0);
        }
        if (!STATES.contains(asked)) {
            throw calls.badQuery("state", "value", visit);
        }
        return asked;
    }

    private static Row row(Desk.Row row, CaseViews views) {
        return new Row(
                views.masked(row.head()),
                CaseViews.task(row.task(), views.words(row.head())),
                CaseViews.clock(row.clock()));
    }

    private CaseViews views(Visit visit) {
        return new CaseViews(services.catalogue(), calls.texts(), visit.language());
    }
}
