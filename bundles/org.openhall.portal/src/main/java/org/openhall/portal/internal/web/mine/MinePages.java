package org.openhall.portal.internal.web.mine;

import java.util.List;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.view.Documents;
import org.openhall.portal.internal.view.Pages;

/** The page resources of this area. */
public final class MinePages {

    private MinePages() {}

    /**
     * Makes them.
     *
     * @param services what they work with
     * @param pages draws them
     * @return plain objects with JAX-RS annotations
     */
    public static List<Object> resources(Services services, Pages pages) {
        var documents = new Documents(services.catalogue(), services.directory(), pages);
        return List.of(
                new MyCasesPage(services, pages),
                new DeleteDraftPage(services, pages),
                new MyCasePage(services, pages),
                new MyCaseFilesPage(services),
                new MyDocumentPage(services, pages, documents));
    }
}
