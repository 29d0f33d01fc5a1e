package org.openhall.portal.internal.http;

import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.openhall.portal.internal.rest.Api;
import org.openhall.portal.internal.view.ErrorPage;
import org.openhall.portal.internal.view.HallSettings;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Texts;
import org.openhall.portal.internal.web.account.AccountPages;
import org.openhall.portal.internal.web.admin.AdminPages;
import org.openhall.portal.internal.web.desk.DeskPages;
import org.openhall.portal.internal.web.filing.FilingPages;
import org.openhall.portal.internal.web.mine.MinePages;
import org.openhall.portal.internal.web.public_.PublicPages;

/** Puts the Jersey application together. */
final class HallApplication {

    // Jersey warns of every resource that is registered as an object that it is no provider; nobody said it were one.
    private static final Logger PROVIDERS = Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    static {
        PROVIDERS.setLevel(Level.SEVERE);
    }

    private HallApplication() {}

    static ResourceConfig of(Services services, HallSettings settings, boolean strict) {
        findJersey();
        var texts = Texts.load(strict);
        var pages = new Pages(texts, settings, Assets.get());
        var application = new ResourceConfig();
        application.register(VisitParameter.binder());
        application.register(new VisitFilter(services.sessions(), settings.behind_proxy()));
        application.register(new PageGuard());
        application.register(new Whereabouts());
        application.register(new AnswerHeaders());
        application.register(new RestOfUpload());
        application.register(new JsonBodies());
        application.register(new Failures(Api.problems(texts), new ErrorPage(pages)));
        Stream.of(
                        Api.resources(services, texts),
                        PublicPages.resources(services, pages),
                        AccountPages.resources(services, pages),
                        FilingPages.resources(services, pages),
                        MinePages.resources(services, pages),
                        DeskPages.resources(services, pages),
                        AdminPages.resources(services, pages))
                .flatMap(List::stream)
                .forEach(application::register);
        return application
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                .property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true)
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
}
