package org.openhall.portal.internal.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openhall.portal.internal.http.Failures;
import org.openhall.portal.internal.http.JsonBodies;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Texts;

/** Errors for programs: {@code application/problem+json} (RFC 9457) with {@code code}, {@code errors} and {@code request}. */
final class ProblemDocuments implements Failures.Drawing {

    private final Texts texts;

    ProblemDocuments(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Response.ResponseBuilder draw(Refusal refusal, Visit visit, ContainerRequestContext request) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:openhall:problem:" + refusal.code());
        document.put("title", texts.text(visit.language(), "error." + refusal.code() + ".title"));
        document.put("status", refusal.status());
        document.put("detail", texts.text(visit.language(), "error." + refusal.code() + ".text"));
        document.put("code", refusal.code());
        document.put("request", visit.id());
        if (!refusal.problems().isEmpty()) {
            document.put("errors", refusal.problems());
        }
        document.putAll(refusal.more());
        return Response.status(refusal.status()).type(JsonBodies.PROBLEM).entity(document);
    }
}
