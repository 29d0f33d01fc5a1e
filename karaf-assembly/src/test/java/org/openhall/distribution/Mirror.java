package org.openhall.distribution;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A window that shows exactly what another one without JavaScript shows, so that axe-core, which needs JavaScript itself, can judge it: the same
 * HTML, the hall's style sheets, none of its scripts.
 */
final class Mirror implements AutoCloseable {

    private final Window window;
    private final AtomicReference<String> html = new AtomicReference<>("");

    Mirror(Window window) {
        this.window = window;
        window.page().route("**/*", this::answer);
    }

    /** Insists that axe-core finds nothing serious or critical on what a page shows now. */
    void accessible(Page page) {
        html.set(page.content());
        window.page().navigate(page.url().replaceFirst("#.*", ""));
        window.accessible();
    }

    @Override
    public void close() {
        window.close();
    }

    private void answer(Route route) {
        if (route.request().isNavigationRequest()) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody(html.get()));
        } else if ("script".equals(route.request().resourceType())) {
            route.fulfill(
                    new Route.FulfillOptions().setContentType("text/javascript").setBody(""));
        } else {
            route.resume();
        }
    }
}
