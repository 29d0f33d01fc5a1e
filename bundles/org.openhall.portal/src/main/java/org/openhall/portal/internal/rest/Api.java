package org.openhall.portal.internal.rest;

import java.util.List;
import org.openhall.portal.internal.http.Failures;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.view.Texts;

/** The resources of the API. */
public final class Api {

    /** Where it begins. */
    public static final String BASE = "/api/v1";

    private Api() {}

    /**
     * Makes the resources.
     *
     * @param services what they work with
     * @param texts the hall's words
     * @return plain objects with JAX-RS annotations
     */
    public static List<Object> resources(Services services, Texts texts) {
        var calls = new Calls(texts);
        var acts = new Acts(services.administration(), calls);
        return List.of(
                new OpenApiResource(),
                new AccountsResource(services.accounts(), services.json(), calls),
                new SessionResource(services.sessions(), services.json(), services.clock(), calls),
                new ItemsResource(services.catalogue(), services.json(), calls),
                new ApplicationsResource(services, calls),
                new ApplicationMaterialsResource(services, calls),
                new ProgressResource(services, calls),
                new CasesResource(services, calls),
                new DeskResource(services, calls),
                new DeskCaseResource(services, calls),
                new ActsResource(services, calls),
                new AdminItemsResource(services, calls, acts),
                new AdminItemResource(services, calls, acts),
                new AdminRecordResource(services.administration().deployments(), calls),
                new AdminDryRunsResource(services, calls, acts));
    }

    /**
     * Draws errors for programs.
     *
     * @param texts the hall's words
     * @return problem documents of RFC 9457
     */
    public static Failures.Drawing problems(Texts texts) {
        return new ProblemDocuments(texts);
    }
}
