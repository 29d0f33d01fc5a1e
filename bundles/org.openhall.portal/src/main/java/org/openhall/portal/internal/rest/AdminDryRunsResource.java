package org.openhall.portal.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.openhall.api.cases.DryRuns;
import org.openhall.api.cases.DryRuns.Difference;
import org.openhall.api.cases.DryRuns.DryRun;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.paging.Page;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Sent;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.rest.Acts.Asked;

/** Versions replayed over the last cases of their item. */
@Path(Api.BASE + "/admin/dry-runs")
@Produces(MediaType.APPLICATION_JSON)
public final class AdminDryRunsResource {

    private static final int MOST = 1000;
    private static final String RUN = "{run:[0-9]{1,18}}";

    private final Services services;
    private final DryRuns dryRuns;
    private final Calls calls;
    private final Acts acts;

    AdminDryRunsResource(Services services, Calls calls, Acts acts) {
        this.services = services;
        this.dryRuns = services.administration().dryRuns();
        this.calls = calls;
        this.acts = acts;
    }

    /** The last runs over an item. */
    public record Runs(List<DryRun> runs) {}

    /** A page of what a run found. */
    public record Differences(List<Difference> cases, Optional<String> next) {}

    @GET
    public Runs recent(@Context Visit visit, @QueryParam("item") String item) {
        Operator by = visit.operator();
        if (item == null) {
            throw calls.badQuery("item", "required", visit);
        }
        return new Runs(dryRuns.recent(item, by));
    }

    @POST
    public Response start(@Context Visit visit, @Context Sent sent) {
        visit.operator();
        Asked asked = acts.asked(visit, sent, JsonBody.read(sent.body(), JsonBody.SMALL, services.json()));
        JsonBody body = asked.body();
        String item = body.text("item");
        Version version = AdminItemResource.version(body);
        long cases = body.number("cases").orElse(100L);
        if (cases < 1 || cases > MOST) {
            body.wrong("cases", "range");
        }
        calls.good(body, visit);
        long run = acts.before(asked.key()).map(Long::parseLong).orElseGet(() -> {
            long begun = dryRuns.start(item, version, (int) cases, asked.by()).orElseThrow(Refusal::notFound);
            acts.after(asked.key(), "" + begun);
            return begun;
        });
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, Api.BASE + "/admin/dry-runs/" + run)
                .entity(find(visit, run))
                .build();
    }

    @GET
    @Path(RUN)
    public DryRun one(@Context Visit visit, @PathParam("run") long run) {
        return find(visit, run);
    }

    @GET
    @Path(RUN + "/cases")
    public Differences cases(
            @Context Visit visit,
            @PathParam("run") long run,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        find(visit, run);
        int most = calls.limit(limit, visit);
        Optional<String> position = Optional.ofNullable(after);
        Page<Difference> page =
                calls.page(position, visit, () -> dryRuns.differences(run, most, position, visit.operator()));
        return new Differences(page.entries(), page.next());
    }

    @POST
    @Path(RUN + "/stop")
    public Response stop(@Context Visit visit, @PathParam("run") long run) {
        find(visit, run);
        if (!dryRuns.stop(run, visit.operator())) {
            throw new Refusal(409, "conflict");
        }
        return Response.noContent().build();
    }

    private DryRun find(Visit visit, long run) {
        return dryRuns.find(run, visit.operator()).orElseThrow(Refusal::notFound);
    }
}
