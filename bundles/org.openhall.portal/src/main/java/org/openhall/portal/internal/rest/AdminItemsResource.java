package org.openhall.portal.internal.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.forms.Problem;
import org.openhall.api.paging.Page;
import org.openhall.api.storage.RequestKey;
import org.openhall.portal.internal.http.JarUpload;
import org.openhall.portal.internal.http.Parts;
import org.openhall.portal.internal.http.Paths;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Sent;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;

/** What is deployed, and the door for more. */
@Path(Api.BASE + "/admin/items")
@Produces(MediaType.APPLICATION_JSON)
public final class AdminItemsResource {

    private final Services services;
    private final Calls calls;
    private final Acts acts;

    AdminItemsResource(Services services, Calls calls, Acts acts) {
        this.services = services;
        this.calls = calls;
        this.acts = acts;
    }

    /** A page of items. */
    public record Items(List<AdminViews.Item> items, Optional<String> next) {}

    /** A version that entered. */
    public record Entered(String item, String version, boolean activated, List<String> report) {}

    @GET
    public Items list(@Context Visit visit, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        Operator by = visit.operator();
        int most = calls.limit(limit, visit);
        Optional<String> position = Optional.ofNullable(after);
        Page<AdminViews.Item> page = calls.page(
                        position,
                        visit,
                        () -> services.administration().deployments().items(most, position, by))
                .map(AdminViews::item);
        return new Items(page.entries(), page.next());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response deploy(@Context Visit visit, @Context Sent sent) {
        Operator by = visit.operator();
        Parts parts = Parts.read(sent.headers().getHeaderString(HttpHeaders.CONTENT_TYPE), sent.body());
        Optional<JarUpload> file = Optional.empty();
        String then = "keep";
        try {
            Optional<Parts.Part> part = parts.next();
            while (part.isPresent()) {
                if (part.get().fileName().isEmpty() && part.get().name().equals("then")) {
                    then = part.get().text();
                } else if (part.get().fileName().isPresent() && file.isEmpty()) {
                    file = Optional.of(JarUpload.receive(part.get())
                            .orElseThrow(() -> new Refusal(413, "too-large").with("limit", JarUpload.MOST)));
                }
                part = parts.next();
            }
            JarUpload upload = file.orElseThrow(() -> calls.unprocessable("/file", "required", visit));
            Door.Then what = then(then, visit);
            RequestKey key = acts.key(sent, by, upload.sha256() + then);
            return created(acts.before(key)
                    .map(reference -> again(reference, by))
                    .orElseGet(() -> enter(upload, what, by, key)));
        } finally {
            file.ifPresent(JarUpload::close);
        }
    }

    private Door.Then then(String asked, Visit visit) {
        return switch (asked) {
            case "keep" -> Door.Then.KEEP;
            case "activate" -> Door.Then.ACTIVATE;
            default -> throw calls.unprocessable("/then", "value", visit);
        };
    }

    private Entered enter(JarUpload upload, Door.Then then, Operator by, RequestKey key) {
        Door.Entry entry = services.administration().door().offer(upload.file(), then, by);
        if (entry instanceof Door.Refused refused) {
            throw new Refusal(
                            422,
                            "unprocessable",
                            refused.defects().stream()
                                    .map(defect -> new Problem("/file", "defect", defect.toString()))
                                    .toList())
                    .with(
                            "defects",
                            refused.defects().stream().map(AdminViews::mistake).toList());
        }
        var entered = (Door.Entered) entry;
        long id = acts.noted(entered.item(), by, entered.report());
        acts.after(key, entered.item() + " " + entered.version() + " " + entered.activated() + " " + id);
        return new Entered(entered.item(), entered.version().toString(), entered.activated(), entered.report());
    }

    private Entered again(String reference, Operator by) {
        String[] parts = reference.split(" ");
        return new Entered(
                parts[0],
                parts[1],
                Boolean.parseBoolean(parts[2]),
                acts.entry(parts[0], parts[1], Long.parseLong(parts[3]), by));
    }

    private static Response created(Entered entered) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, Api.BASE + "/admin/items/" + Paths.segment(entered.item()))
                .entity(entered)
                .build();
    }
}
