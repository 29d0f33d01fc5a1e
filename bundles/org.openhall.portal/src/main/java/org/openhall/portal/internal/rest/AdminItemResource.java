package org.openhall.portal.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Deployments.Result;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.paging.Page;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Sent;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.rest.Acts.Asked;

/** One deployed item: how it stands, what was done, and acts. What is not the caller's is not there. */
@Path(Api.BASE + "/admin/items/{item}")
@Produces(MediaType.APPLICATION_JSON)
public final class AdminItemResource {

    private final Services services;
    private final Deployments deployments;
    private final Calls calls;
    private final Acts acts;

    AdminItemResource(Services services, Calls calls, Acts acts) {
        this.services = services;
        this.deployments = services.administration().deployments();
        this.calls = calls;
        this.acts = acts;
    }

    /** A page of the record. */
    public record Record(List<AdminViews.Act> acts, Optional<String> next) {}

    /** What an act did. */
    public record Report(List<String> report) {}

    @GET
    public AdminViews.Item one(@Context Visit visit, @PathParam("item") String item) {
        return AdminViews.item(deployments.item(item, visit.operator()).orElseThrow(Refusal::notFound));
    }

    @GET
    @Path("record")
    public Record record(
            @Context Visit visit,
            @PathParam("item") String item,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        his(visit, item);
        return record(visit, calls, deployments, Optional.of(item), limit, Optional.ofNullable(after));
    }

    @POST
    @Path("activate")
    public Report activate(@Context Visit visit, @Context Sent sent, @PathParam("item") String item) {
        Asked asked = asked(visit, sent, item);
        Version version = version(asked.body());
        Optional<Instant> at = asked.body().optional("at").flatMap(text -> instant(text, asked.body()));
        boolean hard = asked.body().optionalFlag("hard");
        return done(
                visit,
                item,
                asked,
                () -> at.map(moment -> deployments.plan(item, version, moment, hard, asked.by()))
                        .orElseGet(() -> deployments.activate(item, version, hard, asked.by())));
    }

    @POST
    @Path("cancel")
    public Report cancel(@Context Visit visit, @Context Sent sent, @PathParam("item") String item) {
        Asked asked = asked(visit, sent, item);
        return done(visit, item, asked, () -> deployments.cancelPlan(item, asked.by()));
    }

    /** The version must be named: asked for twice, "the one before" would be another one each time. */
    @POST
    @Path("rollback")
    public Report rollback(@Context Visit visit, @Context Sent sent, @PathParam("item") String item) {
        Asked asked = asked(visit, sent, item);
        Version version = version(asked.body());
        return done(visit, item, asked, () -> deployments.rollback(item, Optional.of(version), asked.by()));
    }

    @POST
    @Path("retire")
    public Report retire(@Context Visit visit, @Context Sent sent, @PathParam("item") String item) {
        Asked asked = asked(visit, sent, item);
        Optional<String> line = asked.body().optional("line");
        return done(visit, item, asked, () -> deployments.retire(item, line, asked.by()));
    }

    /** withdraw, restore, reset: what is done to the code of one line. */
    @POST
    @Path("{act: withdraw|restore|reset}")
    public Report code(
            @Context Visit visit, @Context Sent sent, @PathParam("item") String item, @PathParam("act") String act) {
        Asked asked = asked(visit, sent, item);
        String line = asked.body().text("line");
        return done(visit, item, asked, () -> switch (act) {
            case "withdraw" -> deployments.withdraw(item, line, asked.by());
            case "restore" -> deployments.restore(item, line, asked.by());
            default -> deployments.reset(item, line, asked.by());
        });
    }

    /** A page of what was done. */
    static Record record(
            Visit visit,
            Calls calls,
            Deployments deployments,
            Optional<String> item,
            String limit,
            Optional<String> after) {
        Operator by = visit.operator();
        int most = calls.limit(limit, visit);
        Page<AdminViews.Act> page = calls.page(after, visit, () -> deployments.record(item, most, after, by))
                .map(AdminViews::act);
        return new Record(page.entries(), page.next());
    }

    /** What is not his is not there. */
    private void his(Visit visit, String item) {
        if (!deployments.may(item, visit.operator())) {
            throw Refusal.notFound();
        }
    }

    private Asked asked(Visit visit, Sent sent, String item) {
        his(visit, item);
        return acts.asked(visit, sent, JsonBody.readOptional(sent.body(), JsonBody.SMALL, services.json()));
    }

    private Report done(Visit visit, String item, Asked asked, java.util.function.Supplier<Result> act) {
        calls.good(asked.body(), visit);
        return new Report(acts.act(item, asked.key(), asked.by(), visit, act));
    }

    /** The version named in a request; what is wrong with it is noted there. */
    static Version version(JsonBody body) {
        String text = body.text("version");
        try {
            return Version.parse(text);
        } catch (IllegalArgumentException e) {
            if (body.optional("version").isPresent()) {
                body.wrong("version", "format");
            }
            return new Version(0, 0, 0);
        }
    }

    private static Optional<Instant> instant(String text, JsonBody body) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            body.wrong("at", "format");
            return Optional.empty();
        }
    }
}
