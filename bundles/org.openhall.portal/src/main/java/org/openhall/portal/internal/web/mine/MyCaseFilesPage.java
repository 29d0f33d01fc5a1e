package org.openhall.portal.internal.web.mine;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.portal.internal.http.FileAnswers;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;

/** {@code /my/cases/{number}/files/{file}}: a file that was handed in. */
@Path("/my/cases/{number}/files/{file: [0-9]{1,18}}")
public final class MyCaseFilesPage {

    private final Services services;

    MyCaseFilesPage(Services services) {
        this.services = services;
    }

    @GET
    public Response show(
            @Context Visit visit,
            @Context UriInfo address,
            @PathParam("number") String number,
            @PathParam("file") long file) {
        StoredMaterial found = services.cases()
                .find(number, visit.signedIn())
                .flatMap(own -> own.materials().stream()
                        .filter(material -> material.id() == file)
                        .findFirst())
                .orElseThrow(Refusal::notFound);
        return FileAnswers.of(
                services.materials(), found, address.getQueryParameters().containsKey("save"));
    }
}
