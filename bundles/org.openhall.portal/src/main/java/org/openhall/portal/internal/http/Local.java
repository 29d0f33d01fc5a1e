package org.openhall.portal.internal.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;

/** Addresses within the hall: nobody is sent elsewhere by an address that came with a request. */
public final class Local {

    private Local() {}

    /**
     * Keeps an address when it is one of the hall.
     *
     * @param address as it came
     * @return path and query; "/" when it leads elsewhere or cannot be read
     */
    public static String path(String address) {
        if (!address.startsWith("/") || address.startsWith("//") || address.length() > 2000) {
            return "/";
        }
        try {
            URI uri = new URI(address);
            boolean elsewhere = uri.isAbsolute()
                    || uri.getRawAuthority() != null
                    || uri.getRawPath().startsWith("//");
            return elsewhere ? "/" : uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (URISyntaxException e) {
            return "/";
        }
    }

    /**
     * Sends the browser on with GET (303).
     *
     * @param address in the hall
     * @return the answer, to which cookies may be added
     */
    public static Response.ResponseBuilder go(String address) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path(address))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
