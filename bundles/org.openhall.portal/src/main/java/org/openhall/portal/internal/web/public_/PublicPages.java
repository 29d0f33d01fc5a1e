package org.openhall.portal.internal.web.public_;

import java.util.List;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.view.Pages;

/** The page resources of this area. */
public final class PublicPages {

    private PublicPages() {}

    /**
     * Makes them.
     *
     * @param services what they work with
     * @param pages draws them
     * @return plain objects with JAX-RS annotations
     */
    public static List<Object> resources(Services services, Pages pages) {
        return List.of(
                new HomePage(services.catalogue(), pages),
                new ItemsPage(services.catalogue(), pages),
                new GuidePage(services.catalogue(), services.directory(), pages),
                new ProgressPage(services.cases(), services.catalogue(), pages),
                new StatementPage(pages),
                new PreferencesPage());
    }
}
