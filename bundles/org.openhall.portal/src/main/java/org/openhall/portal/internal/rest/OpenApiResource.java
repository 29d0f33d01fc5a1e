package org.openhall.portal.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The description of this API (OpenAPI 3.1); a test holds it against the resources. */
@Path(Api.BASE + "/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {

    static final String FILE = "/org/openhall/portal/openapi.json";

    private final String description = read();

    @GET
    public String describe() {
        return description;
    }

    private static String read() {
        try (InputStream in = OpenApiResource.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
