package org.openhall.portal.internal.web.admin;

import java.util.List;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.view.Pages;

/** The page resources of this area. */
public final class AdminPages {

    private AdminPages() {}

    /**
     * Makes them.
     *
     * @param services what they work with
     * @param pages draws them
     * @return plain objects with JAX-RS annotations
     */
    public static List<Object> resources(Services services, Pages pages) {
        var room = new ItemRoom(services, pages);
        return List.of(
                new AdminHome(),
                new ItemsPage(room),
                new RecordPage(room),
                new DeployPage(room),
                new ItemPage(room),
                new ActPage(room),
                new DryRunStartPage(room),
                new DryRunPage(room));
    }
}
