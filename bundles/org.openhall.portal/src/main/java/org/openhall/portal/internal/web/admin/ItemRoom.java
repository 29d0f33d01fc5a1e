package org.openhall.portal.internal.web.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployments;
import org.openhall.portal.internal.http.ItemAdministration;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.web.admin.AdminLinks.Link;

/** What the pages of administrators have in common. What is not the operator's is not there. */
final class ItemRoom {

    private final Services services;
    private final Pages pages;

    ItemRoom(Services services, Pages pages) {
        this.services = services;
        this.pages = pages;
    }

    Services services() {
        return services;
    }

    ItemAdministration administration() {
        return services.administration();
    }

    Deployments deployments() {
        return services.administration().deployments();
    }

    Pages pages() {
        return pages;
    }

    Words words(Visit visit) {
        return pages.words(visit);
    }

    /** The item, when the visitor may touch it. */
    Deployed item(Visit visit, String key) {
        return deployments().item(key, visit.operator()).orElseThrow(Refusal::notFound);
    }

    /** What acts on an item would do. */
    Effects effects(Deployed item, Words words) {
        return new Effects(item, deployments().grace(), words);
    }

    /** Whether versions of this can be replayed over cases: an extension has no cases of its own. */
    boolean dryRuns(String key) {
        return administration().extensions().extended(key).isEmpty();
    }

    /** The model of a page. */
    Map<String, Object> model(Visit visit, String nav) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("nav", nav);
        model.put("links", AdminLinks.bar(words(visit)));
        return model;
    }

    /** The model of a page below an item. */
    Map<String, Object> model(Visit visit, Deployed item, String here) {
        return model(visit, item.item(), name(item, words(visit)), here);
    }

    /** The model of a page below an item. */
    Map<String, Object> model(Visit visit, String key, String name, String here) {
        Words words = words(visit);
        Map<String, Object> model = model(visit, "items");
        model.put(
                "crumbs",
                List.of(
                        new Link("", AdminLinks.ITEMS, words.text("admin.nav.items")),
                        new Link("", AdminLinks.item(key), name),
                        new Link("", "", here)));
        model.put("name", name);
        model.put("back", AdminLinks.item(key));
        return model;
    }

    /** Its name in the visitor's language; its key when it has none. */
    static String name(Deployed item, Words words) {
        String name = item.names().getOrDefault(words.language(), item.names().getOrDefault("zh", ""));
        return name.isEmpty() ? item.item() : name;
    }
}
