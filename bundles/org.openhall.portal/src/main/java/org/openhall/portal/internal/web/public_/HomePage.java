package org.openhall.portal.internal.web.public_;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/** {@code /}: search, two doors, themes, what can be filed online, and where is my case. */
@Path("/")
public final class HomePage {

    private static final int POPULAR = 6;
    private static final int THEMES = 12;

    private final Catalogue catalogue;
    private final Pages pages;

    HomePage(Catalogue catalogue, Pages pages) {
        this.catalogue = catalogue;
        this.pages = pages;
    }

    /** A theme with its count. */
    public record Theme(String name, long count, String href) {}

    /** An item that is asked for. */
    public record Popular(String name, String href, String department, String online, String onlineTone) {}

    @GET
    public Response show(@Context Visit visit) {
        Words words = pages.words(visit);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("nav", "home");
        model.put(
                "doors",
                Map.of(
                        "person", Map.of("href", "/items?subject=natural"),
                        "enterprise", Map.of("href", "/items?subject=legal")));
        model.put("themes", themes());
        model.put(
                "popular",
                catalogue.popular(POPULAR).stream()
                        .map(item -> popular(item, words))
                        .toList());
        model.put("progress", Map.of());
        return pages.show(visit, "home", model);
    }

    private List<Theme> themes() {
        return catalogue.themes(THEMES).stream()
                .map(theme -> new Theme(theme.label(), theme.count(), "/items?theme=" + encode(theme.value())))
                .toList();
    }

    private static Popular popular(Implementation item, Words words) {
        String online = item.online() ? words.text("public.home.online") : "";
        return new Popular(item.name(), "/items/" + encode(item.code()), item.department(), online, "ok");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
