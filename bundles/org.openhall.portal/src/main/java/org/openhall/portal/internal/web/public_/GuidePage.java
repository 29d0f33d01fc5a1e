package org.openhall.portal.internal.web.public_;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.users.Directory;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/**
 * {@code /items/{code}}: the guide of one implementation, from the version of its item that takes filings, from the one that took them
 * last, or from the list alone.
 */
@Path("/items/{code}")
public final class GuidePage {

    private final Catalogue catalogue;
    private final Directory directory;
    private final Pages pages;
    private final Rows rows;
    private final Charts charts;

    GuidePage(Catalogue catalogue, Directory directory, Pages pages) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.pages = pages;
        this.rows = new Rows(catalogue);
        this.charts = new Charts(pages, this::department);
    }

    /** A step of the way to this page. */
    public record Crumb(String text, String href) {}

    @GET
    public Response show(@Context Visit visit, @PathParam("code") String code) {
        Implementation item = catalogue.implementation(code).orElseThrow(Refusal::notFound);
        Words words = pages.words(visit);
        Optional<ItemVersion> open = rows.version(item);
        Optional<ItemVersion> version = open.or(() -> catalogue.former(item));
        String name = Rows.name(item, version, visit.language());
        Map<String, Object> model = model(item, version, open.isPresent(), name, words, charts);
        open.flatMap(taking -> catalogue.absence(
                        taking.definition().item(), taking.version().line()))
                .filter(absence -> absence != Catalogue.Absence.BROKEN)
                .ifPresent(absence -> model.put("paused", words.text("public.guide.paused")));
        return pages.show(visit, "guide", model);
    }

    /** What the page shows. */
    static Map<String, Object> model(
            Implementation item, Optional<ItemVersion> version, boolean open, String name, Words words, Charts charts) {
        Map<String, Object> model = new GuideModel(
                        item, version, open, words, words.language(), found -> charts.of(found, words))
                .build(name);
        model.put("nav", "items");
        model.put(
                "crumbs",
                List.of(
                        new Crumb(words.text("layout.home"), "/"),
                        new Crumb(words.text("layout.items"), "/items"),
                        new Crumb(name, "")));
        return model;
    }

    private String department(String code) {
        return directory.department(code).map(Directory.Department::name).orElse("");
    }
}
