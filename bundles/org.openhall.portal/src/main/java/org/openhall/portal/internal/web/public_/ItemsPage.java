package org.openhall.portal.internal.web.public_;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemList;
import org.openhall.api.catalogue.ItemQuery;
import org.openhall.portal.internal.http.Onward;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/** {@code /items}: search and browse; every filter stands in the address. */
@Path("/items")
public final class ItemsPage {

    private static final int ROWS = 20;

    /** Longer words find nothing anyway. */
    private static final int LONGEST_WORDS = 100;

    /** Facets in the order they are drawn; the name is the parameter and the facet of the catalogue. */
    private static final List<String> FACETS =
            List.of("online", "subject", "region", "department", "powerType", "theme");

    private final Catalogue catalogue;
    private final Pages pages;
    private final Rows rows;

    ItemsPage(Catalogue catalogue, Pages pages) {
        this.catalogue = catalogue;
        this.pages = pages;
        this.rows = new Rows(catalogue);
    }

    /** A facet as drawn. */
    public record Group(String name, String title, boolean single, List<Choice> options) {}

    /** A value of a facet. */
    public record Choice(String value, String label, long count, boolean chosen) {}

    /** A chosen filter and the list without it. */
    public record Chosen(String text, String href) {}

    @GET
    public Response show(@Context Visit visit, @Context UriInfo uri) {
        MultivaluedMap<String, String> asked = uri.getQueryParameters();
        Words words = pages.words(visit);
        ItemQuery query = query(asked);
        ItemList found = Onward.from(query.after(), () -> catalogue.search(query));
        Address here = here(query.words(), asked);
        List<Group> groups = groups(found, asked, words, new Themes(pages, words, visit.language()));
        List<Chosen> chosen = chosen(groups, here);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("nav", "items");
        model.put("query", query.words());
        model.put("title", title(query, found, chosen, words));
        model.put("groups", groups);
        model.put("keep", Map.of());
        model.put("chosen", chosen);
        model.put("clear", Address.of("/items").with("q", query.words()).toString());
        model.put(
                "items",
                found.page().entries().stream()
                        .map(item -> rows.row(item, words, visit.language()))
                        .toList());
        model.put(
                "next",
                found.page()
                        .next()
                        .map(next -> here.with("after", next).toString())
                        .orElse(""));
        model.put("previous", query.after().isPresent() ? here.toString() : "");
        model.put("counted", words.text("public.items.counted", found.total()));
        return pages.show(visit, "items", model);
    }

    private static ItemQuery query(MultivaluedMap<String, String> asked) {
        String typed = Optional.ofNullable(asked.getFirst("q")).orElse("").strip();
        return new ItemQuery(
                typed.length() > LONGEST_WORDS ? typed.substring(0, LONGEST_WORDS) : typed,
                values(asked, "region"),
                values(asked, "department"),
                values(asked, "subject"),
                values(asked, "theme"),
                values(asked, "powerType"),
                values(asked, "online").size() == 1
                        ? Optional.of(values(asked, "online").get(0).equals("true"))
                        : Optional.empty(),
                ROWS,
                Optional.ofNullable(asked.getFirst("after")).filter(after -> !after.isBlank()));
    }

    /** A shared address may hold anything; at most this many values of a facet are looked at. */
    private static List<String> values(MultivaluedMap<String, String> asked, String name) {
        return asked.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank() && value.length() <= LONGEST_WORDS)
                .distinct()
                .limit(12)
                .toList();
    }

    private static Address here(String words, MultivaluedMap<String, String> asked) {
        Address here = Address.of("/items").with("q", words);
        for (String facet : FACETS) {
            for (String value : values(asked, facet)) {
                here = here.with(facet, value);
            }
        }
        return here;
    }

    private static List<Group> groups(
            ItemList found, MultivaluedMap<String, String> asked, Words words, Themes themes) {
        List<Group> groups = new ArrayList<>();
        for (String facet : FACETS) {
            List<String> values = values(asked, facet);
            List<Choice> choices = new ArrayList<>();
            for (ItemList.Facet value : found.facets().getOrDefault(facet, List.of())) {
                boolean isChosen = values.contains(value.value());
                if (value.count() > 0 || isChosen) {
                    choices.add(new Choice(value.value(), label(facet, value, words, themes), value.count(), isChosen));
                }
            }
            if (!choices.isEmpty()) {
                groups.add(new Group(facet, words.text("public.facet." + facet), false, choices));
            }
        }
        return groups;
    }

    private static String label(String facet, ItemList.Facet value, Words words, Themes themes) {
        return switch (facet) {
            case "online", "subject" -> words.text("public.facet." + facet + "." + value.value());
            case "theme" -> themes.name(value.value());
            case "powerType" -> words.powerType(value.label());
            default -> value.label();
        };
    }

    private static List<Chosen> chosen(List<Group> groups, Address here) {
        return groups.stream()
                .flatMap(group -> group.options().stream()
                        .filter(Choice::chosen)
                        .map(option -> new Chosen(
                                option.label(),
                                here.without(group.name(), option.value()).toString())))
                .toList();
    }

    private static String title(ItemQuery query, ItemList found, List<Chosen> chosen, Words words) {
        if (!query.words().isEmpty()) {
            return words.text("public.items.found", found.total(), query.words());
        }
        return chosen.size() == 1
                ? words.text("public.items.chosen", chosen.get(0).text(), found.total())
                : words.text("public.items.title");
    }
}
