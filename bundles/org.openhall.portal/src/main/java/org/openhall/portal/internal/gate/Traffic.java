package org.openhall.portal.internal.gate;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.openhall.api.log.Trail;
import org.openhall.api.metrics.Measure;
import org.openhall.api.metrics.Measured;
import org.openhall.api.metrics.Tally;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Names every request, and writes one line about it into the access log when it has been answered: method, route, status, milliseconds,
 * and whose case it was about. The route is the pattern that matched, so that neither codes nor names from an address get there.
 */
@Component(service = {Traffic.class, Measured.class})
public final class Traffic implements Measured {

    /** The attribute in which whoever answers notes the pattern of the address that matched. */
    public static final String ROUTE = "org.openhall.portal.route";

    private static final Logger ACCESS = LoggerFactory.getLogger("org.openhall.access");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    private final LongAdder underWay = new LongAdder();
    private final Tally answers =
            new Tally("hall_http_requests", "Requests that were answered.", "method", "route", "status");
    private final Latencies latencies = new Latencies();

    /** What answers a request. */
    @FunctionalInterface
    interface Way {
        void go() throws IOException, ServletException;
    }

    /** Lets a request go its way. */
    void pass(HttpServletRequest request, HttpServletResponse response, Way way) throws IOException, ServletException {
        String id = RequestId.of(request.getHeader(RequestId.HEADER));
        request.setAttribute(RequestId.ATTRIBUTE, id);
        response.setHeader(RequestId.HEADER, id);
        Trail.put(Trail.REQUEST, id);
        underWay.increment();
        long began = System.nanoTime();
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            way.go();
            status = response.getStatus();
        } finally {
            underWay.decrement();
            note(request, status, System.nanoTime() - began);
            Trail.clear();
        }
    }

    private void note(HttpServletRequest request, int status, long nanos) {
        String route = route(request);
        answers.count(method(request), route, Integer.toString(status));
        latencies.add(route, nanos);
        if (Probes.has(route) && status < HttpServletResponse.SC_BAD_REQUEST) {
            return; // of such lines there would be more than of all others
        }
        MDC.put("method", method(request));
        MDC.put("route", route);
        MDC.put("status", Integer.toString(status));
        MDC.put("ms", Long.toString(TimeUnit.NANOSECONDS.toMillis(nanos)));
        ACCESS.info("");
    }

    @Override
    public List<Measure> measures() {
        return List.of(
                answers.measure(),
                latencies.measure(),
                Measure.Level.of("hall_http_requests_under_way", "Requests that are being answered.", underWay.sum()));
    }

    private static String method(HttpServletRequest request) {
        return METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
    }

    private static String route(HttpServletRequest request) {
        if (request.getAttribute(ROUTE) instanceof String matched) {
            return matched;
        }
        String path = request.getRequestURI();
        return path.startsWith("/static/") ? "/static/*" : Probes.has(path) ? path : "-";
    }
}
