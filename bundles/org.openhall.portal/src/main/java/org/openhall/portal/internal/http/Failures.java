package org.openhall.portal.internal.http;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.EOFException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeoutException;
import org.openhall.api.cases.AnswersTooLarge;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.storage.KeyReused;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.portal.internal.gate.Causes;
import org.openhall.portal.internal.gate.HallBusy;
import org.openhall.portal.internal.gate.SlowClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where exceptions become answers. */
public final class Failures implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String RETRY_AFTER = "5";
    private static final Map<Integer, String> CODES = Map.of(
            400, "bad-request",
            403, "not-allowed",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "media-type");

    /** Draws an answer for one kind of reader. */
    public interface Drawing {

        /**
         * Draws an answer.
         *
         * @param refusal what is wrong
         * @param visit who asked
         * @param request what was asked
         * @return without headers
         */
        Response.ResponseBuilder draw(Refusal refusal, Visit visit, ContainerRequestContext request);
    }

    private final Drawing problem;
    private final Drawing page;

    @Inject
    private Provider<ContainerRequestContext> current;

    /**
     * Makes the mapper.
     *
     * @param problem for programs
     * @param page for people
     */
    public Failures(Drawing problem, Drawing page) {
        this.problem = problem;
        this.page = page;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        ContainerRequestContext request = current.get();
        var visit = (Visit) request.getProperty(Visit.PROPERTY);
        Refusal refusal = refusal(failure, request);
        if (refusal.status() == 401 && !visit.api() && request.getMethod().equals("GET")) {
            return Local.go("/sign-in?back=" + encode(visit.path())).build();
        }
        if (refusal.code().equals("must-change-password") && !visit.api()) {
            return Local.go(PageGuard.PASSWORD_PAGE).build();
        }
        Response.ResponseBuilder answer = (visit.api() ? problem : page).draw(refusal, visit, request);
        refusal.headers().forEach(answer::header);
        if (refusal.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Refusal refusal(Throwable failure, ContainerRequestContext request) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        if (failure instanceof NoSuchElementException) {
            LOG.debug("Not there, or not to be seen", failure);
            return Refusal.notFound();
        }
        if (failure instanceof KeyReused) {
            return new Refusal(422, "key-reused");
        }
        if (failure instanceof AnswersTooLarge) {
            return new Refusal(413, "too-large").with("limit", AnswersTooLarge.LIMIT);
        }
        if (failure instanceof ItemUnavailable) {
            LOG.warn("{}", failure.getMessage());
            return new Refusal(503, "item-unavailable").header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        if (failure instanceof StorageUnavailable) {
            // one line each: there are many of them while a database is away, and the storage says once what is the
            // matter
            LOG.warn("{}: {}", failure.getMessage(), rootOf(failure));
            LOG.debug("This request had to do without", failure);
            return new Refusal(503, "storage-unavailable").header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        if (Causes.have(failure, HallBusy.class)) {
            return new Refusal(503, "busy").header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        if (Causes.have(failure, SlowClient.class)) {
            LOG.info(
                    "The client of {} {} was too slow",
                    request.getMethod(),
                    request.getUriInfo().getPath());
            return new Refusal(408, "too-slow").header("Connection", "close");
        }
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            int status = web.getResponse().getStatus();
            Refusal refusal = new Refusal(status, CODES.getOrDefault(status, "bad-request"));
            String allow = web.getResponse().getHeaderString(HttpHeaders.ALLOW);
            return allow == null ? refusal : refusal.header(HttpHeaders.ALLOW, allow);
        }
        if (failure.getCause() instanceof EOFException || failure.getCause() instanceof TimeoutException) {
            LOG.info(
                    "The client of {} {} went away",
                    request.getMethod(),
                    request.getUriInfo().getPath());
            return new Refusal(400, "bad-request");
        }
        LOG.error("{} {} failed", request.getMethod(), request.getUriInfo().getPath(), failure);
        return new Refusal(500, "internal");
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString().lines().findFirst().orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
