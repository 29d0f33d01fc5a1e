package org.openhall.portal.internal.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.AnswersTooLarge;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.DraftHead;
import org.openhall.api.cases.Drafts;
import org.openhall.api.cases.Filing;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Problem;
import org.openhall.api.paging.Page;
import org.openhall.api.users.Account;
import org.openhall.item.Answers;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;

/** Applications being filled in, up to their submission. */
@Path(Api.BASE + "/applications")
@Produces(MediaType.APPLICATION_JSON)
public final class ApplicationsResource {

    private final Services services;
    private final Calls calls;

    ApplicationsResource(Services services, Calls calls) {
        this.services = services;
        this.calls = calls;
    }

    /** A page of drafts, without their answers. */
    public record Applications(List<DraftHead> applications, Optional<String> next) {}

    /** What saving gave; {@code superseded} when it was saved and can no longer be filed on its version. */
    public record Saved(long revision, List<Problem> problems, Optional<Ahead> superseded) {}

    /**
     * Where an application has to go before it can be filed.
     *
     * @param active the version to move to; empty when the item takes nothing any more
     * @param changes what is different there
     */
    public record Ahead(Optional<Version> active, List<Map<String, Object>> changes) {}

    /** What filing gave. */
    public record Filed(String number, String queryCode, java.time.Instant filedAt) {}

    @GET
    public Applications list(
            @Context Visit visit, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        Account account = visit.signedIn();
        int most = calls.limit(limit, visit);
        Optional<String> position = Optional.ofNullable(after);
        Page<DraftHead> page =
                calls.page(position, visit, () -> services.drafts().list(account, Optional.empty(), most, position));
        return new Applications(page.entries(), page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@Context Visit visit, @Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        Account account = visit.signedIn();
        JsonBody sent = JsonBody.read(body, JsonBody.SMALL, services.json());
        String item = sent.text("item");
        Optional<Long> party = sent.number("party");
        calls.good(sent, visit);
        Implementation offer = Offered.find(services.catalogue(), item)
                .orElseThrow(() -> calls.unprocessable("/item", "unknown-item", visit));
        Drafts.Opening opening = services.drafts()
                .open(account, party, offer.code(), calls.key(headers, uri, account.id(), sent.hash()));
        if (opening instanceof Drafts.NotFor refused) {
            throw calls.unprocessable(refused.reason().equals("mandate") ? "/party" : "/item", refused.reason(), visit);
        }
        Draft draft = ((Drafts.Opened) opening).draft();
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, Api.BASE + "/applications/" + draft.id())
                .header(HttpHeaders.ETAG, Calls.tag(draft.revision()))
                .entity(ApplicationView.of(draft))
                .build();
    }

    @GET
    @Path("{id:[0-9]{1,18}}")
    public Response one(@Context Visit visit, @PathParam("id") long id) {
        return answer(draft(visit, id));
    }

    @DELETE
    @Path("{id:[0-9]{1,18}}")
    public Response delete(@Context Visit visit, @PathParam("id") long id) {
        if (!services.drafts().delete(id, visit.signedIn())) {
            throw Refusal.notFound();
        }
        return Response.noContent().build();
    }

    @PUT
    @Path("{id:[0-9]{1,18}}/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response save(
            @Context Visit visit, @Context HttpHeaders headers, @PathParam("id") long id, InputStream body) {
        Account account = visit.signedIn();
        Answers answers = Answers.of(
                JsonBody.read(body, AnswersTooLarge.LIMIT, services.json()).object());
        Drafts.Saving saving = services.drafts().save(id, account, answers, Calls.ifMatch(headers));
        if (saving instanceof Drafts.Conflict conflict) {
            throw new Refusal(412, "stale")
                    .with("current", ApplicationView.of(conflict.current()))
                    .header(HttpHeaders.ETAG, Calls.tag(conflict.current().revision()));
        }
        if (saving instanceof Drafts.Gone gone) {
            throw gone(gone);
        }
        Draft draft = ((Drafts.Saved) saving).draft();
        List<Problem> problems = services.filing().problems(draft, account, visit.language());
        return Response.ok(new Saved(draft.revision(), problems, ahead(visit, draft)))
                .header(HttpHeaders.ETAG, Calls.tag(draft.revision()))
                .build();
    }

    @POST
    @Path("{id:[0-9]{1,18}}/move")
    public Response move(@Context Visit visit, @PathParam("id") long id) {
        Drafts.Moving moving = services.drafts().move(id, visit.signedIn());
        if (moving instanceof Drafts.Gone gone) {
            throw gone(gone);
        }
        if (moving instanceof Drafts.Closed) {
            throw new Refusal(409, "closed");
        }
        return answer(((Drafts.Moved) moving).draft());
    }

    @POST
    @Path("{id:[0-9]{1,18}}/submit")
    public Response submit(
            @Context Visit visit,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @PathParam("id") long id,
            InputStream body) {
        Account account = visit.signedIn();
        JsonBody sent = JsonBody.readOptional(body, JsonBody.SMALL, services.json());
        calls.good(sent, visit);
        Filing.Receipt receipt = services.filing()
                .file(id, account, visit.language(), calls.requiredKey(headers, uri, account.id(), sent.hash()));
        if (receipt instanceof Filing.Returned returned) {
            throw new Refusal(422, "unprocessable", returned.problems());
        }
        if (receipt instanceof Filing.Superseded superseded) {
            Refusal refusal = new Refusal(409, "superseded").with("active", superseded.active());
            throw ahead(visit, draft(visit, id))
                    .map(ahead -> refusal.with("changes", ahead.changes()))
                    .orElse(refusal);
        }
        if (receipt instanceof Filing.Closed) {
            throw new Refusal(409, "closed");
        }
        var accepted = (Filing.Accepted) receipt;
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, Api.BASE + "/cases/" + accepted.number())
                .entity(new Filed(accepted.number(), accepted.queryCode(), accepted.filedAt()))
                .build();
    }

    /** Where a draft has to go before it can be filed, and what is different there. */
    private Optional<Ahead> ahead(Visit visit, Draft draft) {
        Drafts.Standing standing = services.drafts().standing(draft, visit.language());
        if (standing instanceof Drafts.Behind behind) {
            return Optional.of(new Ahead(Optional.of(behind.active()), changes(behind)));
        }
        return standing instanceof Drafts.Closed
                ? Optional.of(new Ahead(Optional.empty(), List.of()))
                : Optional.empty();
    }

    private static List<Map<String, Object>> changes(Drafts.Behind behind) {
        return behind.changes().stream()
                .map(change -> Map.<String, Object>of(
                        "kind", change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        "pointer", change.pointer(),
                        "name", change.name(),
                        "answer", change.answer(),
                        "text", change.text()))
                .toList();
    }

    private Draft draft(Visit visit, long id) {
        return services.drafts().find(id, visit.signedIn()).orElseThrow(Refusal::notFound);
    }

    private static Response answer(Draft draft) {
        return Response.ok(ApplicationView.of(draft))
                .header(HttpHeaders.ETAG, Calls.tag(draft.revision()))
                .build();
    }

    static Refusal gone(Drafts.Gone gone) {
        Refusal refusal = new Refusal(409, "conflict");
        return gone.filedAs().map(number -> refusal.with("filedAs", number)).orElse(refusal);
    }
}
