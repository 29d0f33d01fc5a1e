package org.openhall.portal.internal.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;
import org.openhall.api.log.Trail;
import org.openhall.portal.internal.gate.Traffic;

/** Notes for the log which route a request takes and which case it is about, as soon as that is known and before anything may refuse it. */
@Priority(0)
public final class Whereabouts implements ContainerRequestFilter {

    private static final Pattern CASE = Pattern.compile("[0-9]{8}-[0-9]{6,12}");

    /** A parameter with the expression that it must match. */
    private static final Pattern NARROWED = Pattern.compile("\\{\\s*([\\w.-]+)\\s*:(?:[^{}]|\\{[^{}]*})*}");

    /** As many as there are addresses in the application. */
    private final Map<String, String> routes = new ConcurrentHashMap<>();

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo where = request.getUriInfo();
        if (where instanceof ExtendedUriInfo matched) {
            var whole = new StringBuilder();
            for (UriTemplate template : matched.getMatchedTemplates()) {
                whole.insert(0, template.getTemplate());
            }
            request.setProperty(Traffic.ROUTE, routes.computeIfAbsent(whole.toString(), Whereabouts::readable));
        }
        String number = where.getPathParameters().getFirst("number");
        if (number != null && CASE.matcher(number).matches()) {
            Trail.put(Trail.CASE, number);
        }
    }

    static String readable(String template) {
        String plain = NARROWED.matcher(template).replaceAll("{$1}").replaceAll("/{2,}", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
