package org.openhall.portal.internal.web.admin;

import java.util.List;
import org.openhall.portal.internal.http.Paths;
import org.openhall.portal.internal.view.Words;

/** Addresses of the administration. */
final class AdminLinks {

    static final String ITEMS = "/admin/items";
    // not below the items: an item may have any word as its key
    static final String DEPLOY = "/admin/deploy";
    static final String RECORD = "/admin/record";
    static final String DRY_RUNS = "/admin/dry-runs";

    private AdminLinks() {}

    /** A link of the bar on top, of the way to the page, or of a row. */
    public record Link(String key, String href, String text) {}

    /** The bar on top. */
    static List<Link> bar(Words words) {
        return List.of(
                new Link("items", ITEMS, words.text("admin.nav.items")),
                new Link("deploy", DEPLOY, words.text("admin.nav.deploy")),
                new Link("record", RECORD, words.text("admin.nav.record")));
    }

    static String item(String key) {
        return ITEMS + "/" + Paths.segment(key);
    }

    /** The page that asks before an act. */
    static String ask(String key, Act act, String subject) {
        String query = act.subject().isEmpty() || subject.isEmpty() ? "" : "?" + act.subject() + "=" + subject;
        return item(key) + "/" + act.key() + query;
    }

    static String startDryRun(String key, String version) {
        return item(key) + "/dry-run?version=" + version;
    }

    static String dryRun(long id) {
        return DRY_RUNS + "/" + id;
    }

    /** A list from a place on; the first page without one. */
    static String onward(String list, String after) {
        return after.isEmpty() ? list : list + "?after=" + Paths.segment(after);
    }
}
