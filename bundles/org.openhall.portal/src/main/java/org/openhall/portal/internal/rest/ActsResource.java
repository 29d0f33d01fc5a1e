package org.openhall.portal.internal.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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
import java.util.OptionalLong;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.Desk;
import org.openhall.api.users.Account;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;

/** What officials do with cases. */
@Path(Api.BASE + "/desk/cases/{number}")
@Produces(MediaType.APPLICATION_JSON)
public final class ActsResource {

    private static final int LONGEST_OPINION = 500;

    private final Services services;
    private final Calls calls;

    ActsResource(Services services, Calls calls) {
        this.services = services;
        this.calls = calls;
    }

    /** Where the case is after the act. */
    public record Done(String number, String state, List<String> openSteps) {}

    @POST
    @Path("{action}")
    public Done act(
            @Context Visit visit,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @PathParam("number") String number,
            @PathParam("action") String action,
            @QueryParam("task") String task,
            InputStream body) {
        Account official = visit.official();
        JsonBody sent = JsonBody.readOptional(body, JsonBody.SMALL, services.json());
        String opinion = sent.optional("opinion").orElse("");
        calls.good(sent, visit);
        // Which task is meant belongs to what is asked, so that the same key with another task is another request.
        String asked = sent.hash() + (task == null ? "" : task);
        Desk.Acted acted = services.desk()
                .act(new Desk.Act(
                        number,
                        action,
                        task(task),
                        opinion,
                        official,
                        calls.requiredKey(headers, uri, official.id(), JsonBody.hash(asked))));
        if (acted instanceof Desk.Done done) {
            return new Done(done.number(), done.state().key(), done.openSteps());
        }
        if (acted instanceof Desk.Elsewhere elsewhere) {
            throw elsewhere(elsewhere);
        }
        if (acted instanceof Desk.Which which) {
            throw new Refusal(409, "which-task").with("tasks", tasks(which.tasks()));
        }
        var improper = (Desk.Improper) acted;
        throw calls.unprocessable(improper.pointer(), improper.code(), visit);
    }

    @POST
    @Path("claim")
    public Response claim(@Context Visit visit, @PathParam("number") String number, @QueryParam("task") String task) {
        Account official = visit.official();
        if (!services.desk().claim(meant(number, task, official), official)) {
            throw new Refusal(409, "elsewhere");
        }
        return Response.noContent().build();
    }

    @POST
    @Path("release")
    public Response release(@Context Visit visit, @PathParam("number") String number, @QueryParam("task") String task) {
        Account official = visit.official();
        if (!services.desk().release(meant(number, task, official), official)) {
            throw new Refusal(409, "conflict");
        }
        return Response.noContent().build();
    }

    @POST
    @Path("materials/{file:[0-9]{1,18}}/opinion")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response opine(
            @Context Visit visit, @PathParam("number") String number, @PathParam("file") long file, InputStream body) {
        Account official = visit.official();
        JsonBody sent = JsonBody.read(body, JsonBody.SMALL, services.json());
        boolean sound = sent.flag("sound");
        String text = sent.optional("text").orElse("").strip();
        if (text.length() > LONGEST_OPINION) {
            sent.wrong("text", "too-long");
        } else if (text.isEmpty() && Boolean.FALSE.equals(sent.object().get("sound"))) {
            sent.wrong("text", "required");
        }
        calls.good(sent, visit);
        if (!services.desk().opine(number, file, sound, text, official)) {
            throw new Refusal(409, "conflict");
        }
        return Response.noContent().build();
    }

    /** The task that is named, or the only one of this case that the official may do. */
    private long meant(String number, String task, Account official) {
        CaseFile file = services.desk().open(number, official).orElseThrow(Refusal::notFound);
        OptionalLong named = task(task);
        if (named.isPresent()) {
            return file.tasks().stream()
                    .mapToLong(CaseFile.Task::id)
                    .filter(id -> id == named.getAsLong())
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
        }
        List<CaseFile.Task> doable = services.desk().doable(file, official);
        if (doable.size() > 1) {
            throw new Refusal(409, "which-task").with("tasks", tasks(doable));
        }
        if (doable.isEmpty()) {
            throw new Refusal(409, "elsewhere");
        }
        return doable.get(0).id();
    }

    private static OptionalLong task(String task) {
        if (task == null || task.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!task.matches("[0-9]{1,18}")) {
            throw Refusal.notFound();
        }
        return OptionalLong.of(Long.parseLong(task));
    }

    private static Refusal elsewhere(Desk.Elsewhere elsewhere) {
        return new Refusal(409, "elsewhere")
                .with("state", elsewhere.state().key())
                .with("openSteps", elsewhere.openSteps())
                .with("lastActor", elsewhere.lastActor())
                .with("at", elsewhere.at())
                .with("lastOutcome", elsewhere.lastOutcome());
    }

    /** A task that may be named in the next try. */
    public record TaskId(long id, String step) {}

    private static List<TaskId> tasks(List<CaseFile.Task> tasks) {
        return tasks.stream().map(task -> new TaskId(task.id(), task.step())).toList();
    }
}
