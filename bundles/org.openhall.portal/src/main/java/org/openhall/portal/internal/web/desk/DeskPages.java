package org.openhall.portal.internal.web.desk;

import java.util.List;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.view.Documents;
import org.openhall.portal.internal.view.Pages;

/** The page resources of this area. */
public final class DeskPages {

    private DeskPages() {}

    /**
     * Makes them.
     *
     * @param services what they work with
     * @param pages draws them
     * @return plain objects with JAX-RS annotations
     */
    public static List<Object> resources(Services services, Pages pages) {
        var cases = new CaseRoom(services.desk(), services.catalogue(), services.directory(), pages);
        return List.of(
                new TaskListPage(services.desk(), services.catalogue(), services.clock(), pages),
                new CasePage(services.desk(), cases),
                new FilePage(services.desk(), services.materials(), cases),
                new DocumentPage(
                        services.desk(), new Documents(services.catalogue(), services.directory(), pages), pages));
    }
}
