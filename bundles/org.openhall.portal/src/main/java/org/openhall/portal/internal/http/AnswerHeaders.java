package org.openhall.portal.internal.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.openhall.portal.internal.gate.RequestId;

/** Adds to every answer what keeps browsers from doing harm. A header that a resource has set itself stays. */
public final class AnswerHeaders implements ContainerResponseFilter {

    private static final String PAGE_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; " + "frame-ancestors 'none'";
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        boolean page =
                response.getMediaType() != null && response.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE);
        put(headers, "Content-Security-Policy", page ? PAGE_POLICY : DATA_POLICY);
        put(headers, "X-Content-Type-Options", "nosniff");
        put(headers, "Referrer-Policy", "same-origin");
        put(headers, "Cross-Origin-Opener-Policy", "same-origin");
        put(headers, "Cross-Origin-Resource-Policy", "same-origin");
        put(headers, "Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
        if (request.getProperty(Visit.PROPERTY) instanceof Visit visit) {
            put(headers, RequestId.HEADER, visit.id());
            put(headers, HttpHeaders.CONTENT_LANGUAGE, visit.language().equals("zh") ? "zh-CN" : "en");
            // What everybody gets may be kept if it is asked for again each time; what only one person gets is not kept
            // at all.
            boolean personal = visit.knownSession().isPresent()
                    || visit.token().isPresent()
                    || request.getMethod().equals("POST");
            put(
                    headers,
                    HttpHeaders.CACHE_CONTROL,
                    personal || visit.newCsrf().isPresent() ? "no-store" : "private, no-cache");
            put(headers, HttpHeaders.VARY, visit.api() ? "Accept-Language, Authorization" : "Accept-Language, Cookie");
            visit.newCsrf()
                    .ifPresent(value -> headers.add(
                            HttpHeaders.SET_COOKIE, Cookies.secret(visit.secure(), Cookies.CSRF, value, -1)));
        }
    }

    private static void put(MultivaluedMap<String, Object> headers, String name, String value) {
        if (!headers.containsKey(name)) {
            headers.putSingle(name, value);
        }
    }
}
