package org.openhall.portal.internal.web.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.Visit;

/** {@code /admin}: where administrators begin. */
@Path("/admin")
public final class AdminHome {

    @GET
    public Response items(@Context Visit visit) {
        visit.operator();
        return Local.go(AdminLinks.ITEMS).build();
    }
}
