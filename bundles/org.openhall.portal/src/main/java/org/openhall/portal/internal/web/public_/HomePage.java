package org.openhall.portal.internal.web.public_;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemList;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/** {@code /}: search, two doors, events, themes, what can be filed online, and where is my case. */
@Path("/")
public final class HomePage {

    private static final int POPULAR = 6;
    private static final int THEMES = 12;

    /** Asked of the catalogue: events are among the smaller themes. */
    private static final int ALL_THEMES = 50;

    private final Catalogue catalogue;
    private final Pages pages;
    private final Rows rows;

    HomePage(Catalogue catalogue, Pages pages) {
        this.catalogue = catalogue;
        this.pages = pages;
        this.rows = new Rows(catalogue);
    }

    /** An item that can be filed online. */
    public record Popular(String name, String href, String department, String online, String onlineTone) {}

    @GET
    public Response show(@Context Visit visit) {
        Words words = pages.words(visit);
        Themes themes = new Themes(pages, words, visit.language());
        List<ItemList.Facet> known = catalogue.themes(ALL_THEMES);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("nav", "home");
        model.put("doors", Map.of("person", door("natural", words), "enterprise", door("legal", words)));
        model.put("events", themes.events(known));
        model.put("themes", themes.themes(known, THEMES));
        model.put(
                "popular",
                catalogue.popular(POPULAR).stream()
                        .map(item -> new Popular(
                                rows.name(item, visit.language()),
                                Rows.href(item),
                                item.department(),
                                words.text("public.home.online"),
                                "info"))
                        .toList());
        return pages.show(visit, "home", model);
    }

    private static Map<String, String> door(String subject, Words words) {
        return Map.of("href", "/items?subject=" + subject, "text", words.text("public.home.door." + subject));
    }
}
