package org.openhall.portal.internal.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.ws.rs.ext.RuntimeDelegate;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.openhall.api.health.Readiness;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * All pages and endpoints: one Jersey application of plain objects, registered once. Nothing joins or leaves it while it serves, so nothing
 * that comes or goes can reload it; what it needs from other bundles reaches its resources through their constructors.
 */
@Component(service = {Servlet.class, Readiness.class})
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletAsyncSupported
public final class HallServlet extends ServletContainer implements Readiness {

    private static final long serialVersionUID = 1L;

    private volatile boolean serving;

    @Activate
    public HallServlet() {
        super(application(new AboutResource()));
    }

    private static ResourceConfig application(Object... resources) {
        findJersey();
        var application = new ResourceConfig();
        application.register(new JsonBodies());
        for (Object resource : resources) {
            application.register(resource);
        }
        return application
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                // The hall writes its own error answers; the container's error pages stay out of it.
                .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    }

    /** The JAX-RS API looks for its implementation through the thread's class loader, once; here that must be the one of Jersey. */
    private static void findJersey() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ResourceConfig.class.getClassLoader());
        try {
            RuntimeDelegate.getInstance();
        } finally {
            thread.setContextClassLoader(before);
        }
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
