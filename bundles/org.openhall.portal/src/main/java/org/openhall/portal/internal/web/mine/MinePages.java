package org.openhall.portal.internal.web.mine;

import java.util.List;
import org.openhall.portal.internal.http.Services;
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
        return List.of();
    }
}
