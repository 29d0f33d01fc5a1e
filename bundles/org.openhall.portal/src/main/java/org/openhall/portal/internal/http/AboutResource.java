package org.openhall.portal.internal.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.osgi.framework.FrameworkUtil;

/** {@code GET /api/v1}: which program answers here. */
@Path("/api/v1")
public final class AboutResource {

    /** The name of the program and its version. */
    public record About(String name, String version) {}

    @GET
    @Produces("application/json")
    public About about() {
        return new About(
                "OpenHall",
                FrameworkUtil.getBundle(AboutResource.class).getVersion().toString());
    }
}
