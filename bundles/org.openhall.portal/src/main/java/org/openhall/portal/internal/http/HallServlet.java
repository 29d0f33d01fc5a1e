package org.openhall.portal.internal.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.glassfish.jersey.servlet.ServletContainer;
import org.openhall.api.cases.Cases;
import org.openhall.api.cases.Desk;
import org.openhall.api.cases.Drafts;
import org.openhall.api.cases.DryRuns;
import org.openhall.api.cases.Filing;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Extensions;
import org.openhall.api.health.Readiness;
import org.openhall.api.json.Json;
import org.openhall.api.materials.Materials;
import org.openhall.api.storage.Requests;
import org.openhall.api.storage.Transactions;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Directory;
import org.openhall.api.users.Sessions;
import org.openhall.portal.internal.view.HallSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * All pages and endpoints: one Jersey application of plain objects, registered once. Nothing joins or leaves it while it serves, so nothing
 * that comes or goes can reload it; what it needs from other bundles reaches its resources through their constructors. While one of these
 * is missing the servlet is not there and the gate answers.
 */
@Component(
        service = {Servlet.class, Readiness.class},
        configurationPid = "org.openhall.portal")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletAsyncSupported
public final class HallServlet extends ServletContainer implements Readiness {

    static final String ADDRESS = "org.openhall.portal.address";

    private static final long serialVersionUID = 1L;

    private volatile boolean serving;

    @Activate
    public HallServlet(
            HallSettings settings,
            @Reference Accounts accounts,
            @Reference Sessions sessions,
            @Reference Directory directory,
            @Reference Catalogue catalogue,
            @Reference Drafts drafts,
            @Reference Filing filing,
            @Reference Cases cases,
            @Reference Desk desk,
            @Reference Materials materials,
            @Reference Door door,
            @Reference Deployments deployments,
            @Reference Extensions extensions,
            @Reference DryRuns dryRuns,
            @Reference Transactions transactions,
            @Reference Requests requests,
            @Reference Json json,
            @Reference Clock clock) {
        this(
                new Services(
                        accounts,
                        sessions,
                        directory,
                        catalogue,
                        drafts,
                        filing,
                        cases,
                        desk,
                        materials,
                        new ItemAdministration(door, deployments, extensions, dryRuns, transactions, requests),
                        json,
                        clock),
                settings,
                false);
    }

    /**
     * Makes the application without a whiteboard.
     *
     * @param services what it works with
     * @param settings of the hall
     * @param strict whether a missing text is an error, as it is in tests
     */
    public HallServlet(Services services, HallSettings settings, boolean strict) {
        super(HallApplication.of(services, settings, strict));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(ADDRESS, request.getRemoteAddr());
        super.service(request, response);
    }

    @Override
    public void init() throws ServletException {
        super.init();
        serving = true;
    }

    @Override
    public void destroy() {
        serving = false;
        super.destroy();
    }

    @Override
    public String part() {
        return "portal";
    }

    @Override
    public boolean ready() {
        return serving;
    }

    @Override
    public String detail() {
        return serving ? "" : "not taken up by the HTTP service yet";
    }
}
