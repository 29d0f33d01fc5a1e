package org.openhall.portal.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.openhall.api.catalogue.Deployments;
import org.openhall.portal.internal.http.Visit;

/** Everything that was done to deployed items, bundles that were refused included. */
@Path(Api.BASE + "/admin/record")
@Produces(MediaType.APPLICATION_JSON)
public final class AdminRecordResource {

    private final Deployments deployments;
    private final Calls calls;

    AdminRecordResource(Deployments deployments, Calls calls) {
        this.deployments = deployments;
        this.calls = calls;
    }

    @GET
    public AdminItemResource.Record list(
            @Context Visit visit, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        return AdminItemResource.record(visit, calls, deployments, Optional.empty(), limit, Optional.ofNullable(after));
    }
}
