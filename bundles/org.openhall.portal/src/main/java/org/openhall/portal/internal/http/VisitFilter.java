package org.openhall.portal.internal.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhall.api.log.Trail;
import org.openhall.api.users.Sessions;
import org.openhall.api.users.Sessions.Session;
import org.openhall.portal.internal.gate.RequestId;

/** Finds out who asks, in which language and from where, before anything else looks at the request. */
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public final class VisitFilter implements ContainerRequestFilter {

    private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);
    private static final List<String> SKINS = List.of("azure", "contrast");

    private final Sessions sessions;
    private final boolean behindProxy;

    /**
     * Makes one.
     *
     * @param sessions who is signed in
     * @param behindProxy whether a proxy in front tells scheme and address in X-Forwarded-… headers
     */
    public VisitFilter(Sessions sessions, boolean behindProxy) {
        this.sessions = sessions;
        this.behindProxy = behindProxy;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean api = api(request);
        boolean secure = secure(request);
        Optional<String> token = api ? bearer(request) : cookie(request, Cookies.name(secure, Cookies.SESSION));
        var facts = new Visit.Facts(
                id(request),
                api,
                secure,
                address(request),
                api ? accepted(request) : language(request),
                cookie(request, Cookies.SKIN).filter(SKINS::contains).orElse(SKINS.get(0)),
                path(request),
                token,
                cookie(request, Cookies.name(secure, Cookies.CSRF))
                        .filter(value -> value.matches("[A-Za-z0-9_-]{43}")));
        request.setProperty(Visit.PROPERTY, new Visit(facts, () -> noted(token.flatMap(sessions::find))));
    }

    /** The gate has named the request already. */
    private static String id(ContainerRequestContext request) {
        return request.getProperty(RequestId.ATTRIBUTE) instanceof String named
                ? named
                : RequestId.of(request.getHeaderString(RequestId.HEADER));
    }

    private static Optional<Session> noted(Optional<Session> found) {
        found.ifPresent(session ->
                Trail.put(Trail.ACCOUNT, Long.toString(session.account().id())));
        return found;
    }

    private static boolean api(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath(false);
        // A parameter of the segment (api;x=1) leads to the same calls.
        return path.equals("api") || path.startsWith("api/") || path.startsWith("api;");
    }

    private boolean secure(ContainerRequestContext request) {
        return behindProxy
                ? "https".equals(request.getHeaderString("X-Forwarded-Proto"))
                : "https".equals(request.getUriInfo().getRequestUri().getScheme());
    }

    private String address(ContainerRequestContext request) {
        String forwarded = behindProxy ? request.getHeaderString("X-Forwarded-For") : null;
        // Only the last entry was written by our own proxy; what stands before it anybody can claim.
        return forwarded == null
                ? String.valueOf(request.getProperty(HallServlet.ADDRESS))
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    private static Optional<String> bearer(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(header.substring(7).strip())
                : Optional.empty();
    }

    private static Optional<String> cookie(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getCookies().get(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    private static String language(ContainerRequestContext request) {
        return cookie(request, Cookies.LANGUAGE)
                .filter(value -> value.equals("zh") || value.equals("en"))
                .orElseGet(() -> accepted(request));
    }

    /** Chinese unless English is asked for before it. */
    private static String accepted(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.length() > 500) {
            return "zh";
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), LANGUAGES);
            return best == null ? "zh" : best.getLanguage();
        } catch (IllegalArgumentException e) {
            return "zh";
        }
    }

    /** A page answered to a POST has no address of its own; the one it was posted from is good to come back to. */
    private static String path(ContainerRequestContext request) {
        URI here = request.getUriInfo().getRequestUri();
        if (request.getMethod().equals("POST")) {
            String referrer = request.getHeaderString("Referer");
            String site = here.getScheme() + "://" + here.getRawAuthority() + "/";
            return referrer != null && referrer.startsWith(site)
                    ? Local.path(referrer.substring(site.length() - 1))
                    : Local.path(here.getRawPath());
        }
        return Local.path(here.getRawPath() + (here.getRawQuery() == null ? "" : "?" + here.getRawQuery()));
    }
}
