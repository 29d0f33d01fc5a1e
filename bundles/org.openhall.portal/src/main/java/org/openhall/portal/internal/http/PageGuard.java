package org.openhall.portal.internal.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.openhall.api.users.Account;

/**
 * Lets a request through to its resource. A form must come from a page of the hall: the browser says so, and it carries the secret of the
 * session. An account with a one-time password gets to nothing but its change.
 */
@Priority(Priorities.AUTHENTICATION)
public final class PageGuard implements ContainerRequestFilter {

    /** Where a one-time password is changed. */
    public static final String PASSWORD_PAGE = "/account/password";

    private static final int MAX_FORM = 1024 * 1024;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OPEN_PAGES = Set.of("account/password", "sign-out", "preferences");
    private static final Set<String> OPEN_CALLS = Set.of("api/v1/account/password", "api/v1/session");

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var visit = (Visit) request.getProperty(Visit.PROPERTY);
        if (!visit.api() && !READING.contains(request.getMethod())) {
            fromHere(request);
            form(request, visit);
        }
        String path = request.getUriInfo().getPath(false);
        Set<String> open = visit.api() ? OPEN_CALLS : OPEN_PAGES;
        if (!open.contains(path)
                && visit.account().filter(Account::mustChangePassword).isPresent()) {
            throw new Refusal(403, "must-change-password");
        }
    }

    /** Sec-Fetch-Site says where a form comes from; older browsers say it in Origin. */
    private static void fromHere(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        String origin = request.getHeaderString("Origin");
        boolean here = site != null
                ? site.equals("same-origin") || site.equals("none")
                : origin == null || sameHost(origin, request.getHeaderString(HttpHeaders.HOST));
        if (!here) {
            throw new Refusal(403, "cross-site");
        }
    }

    private static boolean sameHost(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void form(ContainerRequestContext request, Visit visit) throws IOException {
        MediaType type = request.getMediaType();
        String sent = request.getHeaderString("X-CSRF-Token");
        if (type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            byte[] body = request.getEntityStream().readNBytes(MAX_FORM + 1);
            if (body.length > MAX_FORM) {
                throw new Refusal(413, "too-large");
            }
            request.setEntityStream(new ByteArrayInputStream(body));
            visit.take(PostedForm.read(body));
            check(visit, sent == null ? visit.form().typed("csrf") : sent);
        } else if (type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
            Parts parts = Parts.read(request.getHeaderString(HttpHeaders.CONTENT_TYPE), request.getEntityStream());
            String first = parts.next()
                    .filter(part -> part.name().equals("csrf"))
                    .map(Parts.Part::text)
                    .orElse("");
            check(visit, sent == null ? first : sent);
            visit.take(parts);
        } else {
            check(visit, sent == null ? "" : sent);
        }
    }

    /** Only now the database is asked: should it not answer, what was typed is known already and can be given back. */
    private static void check(Visit visit, String sent) {
        boolean signedIn = visit.session().isPresent();
        byte[] expected = visit.csrf().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8))) {
            throw new Refusal(403, signedIn ? "form-expired" : "session-ended");
        }
    }
}
