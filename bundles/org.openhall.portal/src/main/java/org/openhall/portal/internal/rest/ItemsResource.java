package org.openhall.portal.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemList;
import org.openhall.api.catalogue.ItemQuery;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Version;
import org.openhall.api.json.Json;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Visit;

/** What the hall offers: list, one item with its guide and form, suggestions. */
@Path(Api.BASE)
@Produces(MediaType.APPLICATION_JSON)
public final class ItemsResource {

    private static final int SUGGESTIONS = 8;
    private static final int LONGEST_WORDS = 100;

    private final Catalogue catalogue;
    private final Json json;
    private final Calls calls;

    ItemsResource(Catalogue catalogue, Json json, Calls calls) {
        this.catalogue = catalogue;
        this.json = json;
        this.calls = calls;
    }

    /** One line of the list. */
    public record Line(
            String code,
            String name,
            String department,
            String departmentCode,
            String region,
            String regionCode,
            String powerType,
            List<String> subjects,
            List<String> themes,
            boolean online,
            Optional<String> item,
            Optional<Version> version,
            Optional<Integer> promisedDays,
            Optional<Integer> statutoryDays,
            Optional<Integer> visits) {}

    /** A page of the list. */
    public record Lines(
            List<Line> items, long total, Map<String, List<ItemList.Facet>> facets, Optional<String> next) {}

    /** A suggestion. */
    public record Suggestion(String code, String name, String department, String region, boolean online) {}

    /** Suggestions. */
    public record Suggestions(List<Suggestion> items) {}

    @GET
    @Path("items")
    public Lines list(@Context Visit visit, @Context UriInfo uri) {
        MultivaluedMap<String, String> asked = uri.getQueryParameters();
        Optional<String> after = Optional.ofNullable(asked.getFirst("after"));
        var query = new ItemQuery(
                words(asked.getFirst("q")),
                all(asked, "region"),
                all(asked, "department"),
                all(asked, "subject"),
                all(asked, "theme"),
                all(asked, "powerType"),
                online(asked.getFirst("online"), visit),
                calls.limit(asked.getFirst("limit"), visit),
                after);
        ItemList found = calls.page(after, visit, () -> catalogue.search(query));
        return new Lines(
                found.page().entries().stream().map(this::line).toList(),
                found.total(),
                found.facets(),
                found.page().next());
    }

    @GET
    @Path("items/{code}")
    public Map<String, Object> item(@Context Visit visit, @PathParam("code") String code) {
        Implementation implementation = Offered.find(catalogue, code).orElseThrow(Refusal::notFound);
        Optional<ItemVersion> version = active(implementation);
        return new ItemDocument(json, visit.language())
                .of(
                        line(implementation),
                        implementation,
                        version,
                        version.map(active ->
                                        catalogue.versions(active.definition().item()))
                                .orElse(List.of()));
    }

    @GET
    @Path("suggest")
    public Suggestions suggest(@QueryParam("q") String q, @QueryParam("region") String region) {
        String words = words(q);
        if (words.isEmpty()) {
            return new Suggestions(List.of());
        }
        return new Suggestions(suggested(words, region).stream()
                .map(found ->
                        new Suggestion(found.code(), found.name(), found.department(), found.region(), found.online()))
                .toList());
    }

    private List<Implementation> suggested(String words, String region) {
        if (region == null || region.isEmpty()) {
            return catalogue.suggest(words, SUGGESTIONS);
        }
        List<String> any = List.of();
        return catalogue
                .search(new ItemQuery(
                        words, List.of(region), any, any, any, any, Optional.empty(), SUGGESTIONS, Optional.empty()))
                .page()
                .entries();
    }

    private Line line(Implementation found) {
        return new Line(
                found.code(),
                found.name(),
                found.department(),
                found.departmentCode(),
                found.region(),
                found.regionCode(),
                found.powerType(),
                found.subjects(),
                found.themes(),
                found.online(),
                Optional.of(found.item()).filter(item -> !item.isEmpty()),
                active(found).map(ItemVersion::version),
                boxed(found.promisedDays()),
                boxed(found.statutoryDays()),
                boxed(found.visits()));
    }

    private Optional<ItemVersion> active(Implementation found) {
        return found.online() ? catalogue.active(found.item()) : Optional.empty();
    }

    private static Optional<Integer> boxed(java.util.OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private static String words(String q) {
        String stripped = q == null ? "" : q.strip();
        return stripped.length() > LONGEST_WORDS ? stripped.substring(0, LONGEST_WORDS) : stripped;
    }

    private static List<String> all(MultivaluedMap<String, String> asked, String name) {
        return asked.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .limit(20)
                .toList();
    }

    private Optional<Boolean> online(String asked, Visit visit) {
        if (asked == null || asked.isEmpty()) {
            return Optional.empty();
        }
        if (!asked.equals("true") && !asked.equals("false")) {
            throw calls.badQuery("online", "value", visit);
        }
        return Optional.of(Boolean.valueOf(asked));
    }
}
