package org.openhall.portal.internal.web.filing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.openhall.api.cases.Draft;
import org.openhall.api.materials.Materials;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.portal.internal.http.FileAnswers;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Visit;

/** {@code /filing/{draft}/files/{file}}: a file of a draft, to look at or to take back. */
@Path("/filing/{draft: [0-9]{1,18}}/files/{file: [0-9]{1,18}}")
public final class FilePages {

    private final DraftRoom room;
    private final Materials materials;

    FilePages(DraftRoom room) {
        this.room = room;
        this.materials = room.services().materials();
    }

    @GET
    public Response show(
            @Context Visit visit,
            @Context UriInfo address,
            @PathParam("draft") long draft,
            @PathParam("file") long file) {
        Draft own = room.services().drafts().find(draft, visit.signedIn()).orElseThrow(Refusal::notFound);
        return FileAnswers.of(
                materials, find(own.id(), file), address.getQueryParameters().containsKey("save"));
    }

    @POST
    @Path("remove")
    public Response remove(@Context Visit visit, @PathParam("draft") long draft, @PathParam("file") long file) {
        return room.change(visit, draft, open -> {
            String code = find(draft, file).code();
            materials.remove(draft, file);
            return Typing.at(open.base() + "/materials", MaterialCards.id(code));
        });
    }

    private StoredMaterial find(long draft, long file) {
        return materials.ofDraft(draft).stream()
                .filter(material -> material.id() == file)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
