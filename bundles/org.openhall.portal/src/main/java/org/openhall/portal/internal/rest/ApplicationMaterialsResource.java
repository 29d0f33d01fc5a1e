package org.openhall.portal.internal.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.Drafts;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.forms.Problem;
import org.openhall.api.materials.Materials;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.portal.internal.http.Parts;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;

/** The files of an application that is being filled in. */
@Path(Api.BASE + "/applications/{id:[0-9]{1,18}}/materials")
public final class ApplicationMaterialsResource {

    /** Seconds; a disk is not emptied in a moment. */
    private static final String WHEN_FULL = "60";

    private static final Map<String, Integer> STATUS = Map.of("too-large", 413, "type", 415, "full", 503);

    private final Services services;
    private final Calls calls;

    ApplicationMaterialsResource(Services services, Calls calls) {
        this.services = services;
        this.calls = calls;
    }

    /** The files handed in so far. */
    public record Files(List<MaterialView> materials) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Files list(@Context Visit visit, @PathParam("id") long id) {
        return new Files(files(draft(visit, id)).stream().map(MaterialView::of).toList());
    }

    @POST
    @Path("{material}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    public Response add(
            @Context Visit visit,
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @PathParam("material") String material,
            InputStream body) {
        Draft draft = draft(visit, id);
        if (draft.filedAs().isPresent()) {
            throw ApplicationsResource.gone(new Drafts.Gone(draft.filedAs()));
        }
        MaterialSpec spec = spec(draft, material);
        Parts.Part file = Parts.read(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body)
                .nextFile()
                .orElseThrow(() -> calls.unprocessable("/file", "required", visit));
        Materials.Upload upload =
                services.materials().add(draft.id(), spec, file.fileName().orElse(""), file.content());
        if (upload instanceof Materials.Refused refused) {
            // filed while the file was on its way: the number of the case is known now; 404 when it was deleted
            throw refused.problem().equals("filed")
                    ? ApplicationsResource.gone(new Drafts.Gone(draft(visit, id).filedAs()))
                    : refused(refused, material, visit);
        }
        StoredMaterial stored = ((Materials.Stored) upload).material();
        return Response.status(Response.Status.CREATED)
                .header(
                        HttpHeaders.LOCATION,
                        Api.BASE + "/applications/" + id + "/materials/" + material + "/" + stored.id())
                .entity(MaterialView.of(stored))
                .build();
    }

    @GET
    @Path("{material}/{file:[0-9]{1,18}}")
    public Response download(@Context Visit visit, @PathParam("id") long id, @PathParam("file") long file) {
        return MaterialView.download(services.materials(), files(draft(visit, id)), file);
    }

    @DELETE
    @Path("{material}/{file:[0-9]{1,18}}")
    public Response remove(@Context Visit visit, @PathParam("id") long id, @PathParam("file") long file) {
        Draft draft = draft(visit, id);
        if (!services.materials().remove(draft.id(), file)) {
            throw Refusal.notFound();
        }
        return Response.noContent().build();
    }

    private Draft draft(Visit visit, long id) {
        return services.drafts().find(id, visit.signedIn()).orElseThrow(Refusal::notFound);
    }

    private List<StoredMaterial> files(Draft draft) {
        return services.materials().ofDraft(draft.id());
    }

    private MaterialSpec spec(Draft draft, String code) {
        return services
                .catalogue()
                .version(draft.item(), draft.version())
                .orElseThrow(() -> new ItemUnavailable(draft.item() + " " + draft.version()))
                .definition()
                .materials()
                .stream()
                .filter(spec -> spec.code().equals(code))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Refusal refused(Materials.Refused refused, String material, Visit visit) {
        String message = calls.texts()
                .text(
                        visit.language(),
                        "problem.file." + refused.problem(),
                        refused.arguments().toArray());
        int status = STATUS.getOrDefault(refused.problem(), 422);
        String code = switch (status) {
            case 413 -> "too-large";
            case 415 -> "media-type";
            case 503 -> "storage-unavailable";
            default -> "unprocessable";
        };
        var refusal =
                new Refusal(status, code, List.of(new Problem("/materials/" + material, refused.problem(), message)));
        return status == 503 ? refusal.header(HttpHeaders.RETRY_AFTER, WHEN_FULL) : refusal;
    }
}
