package org.openhall.portal.internal.web.filing;

import java.util.List;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.view.Pages;

/** The page resources of this area. */
public final class FilingPages {

    private FilingPages() {}

    /**
     * Makes them.
     *
     * @param services what they work with
     * @param pages draws them
     * @return plain objects with JAX-RS annotations
     */
    public static List<Object> resources(Services services, Pages pages) {
        var room = new DraftRoom(services, pages);
        return List.of(
                new ApplyPage(room),
                new NoticePage(room),
                new FormPages(room),
                new MaterialPages(room),
                new FilePages(room),
                new CheckPage(room),
                new MovePage(room),
                new ReceiptPage(room));
    }
}
