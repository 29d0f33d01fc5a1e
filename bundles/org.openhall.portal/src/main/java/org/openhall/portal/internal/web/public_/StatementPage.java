package org.openhall.portal.internal.web.public_;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/** {@code /accessibility}, {@code /privacy}, {@code /authors}: what the hall says about itself, paragraph by paragraph from the texts. */
@Path("/{statement:accessibility|privacy|authors}")
public final class StatementPage {

    private final Pages pages;

    StatementPage(Pages pages) {
        this.pages = pages;
    }

    /** A heading with its text, and commands to type when there are any. */
    public record Part(String title, String text, String code) {}

    @GET
    public Response show(@Context Visit visit, @PathParam("statement") String statement) {
        Words words = pages.words(visit);
        String prefix = "public." + statement + ".";
        List<Part> parts = new ArrayList<>();
        for (int n = 1; pages.texts().has(visit.language(), prefix + n + ".title"); n++) {
            String code = prefix + n + ".code";
            parts.add(new Part(
                    words.text(prefix + n + ".title"),
                    words.text(prefix + n + ".text"),
                    pages.texts().has(visit.language(), code) ? words.text(code) : ""));
        }
        return pages.show(
                visit,
                "statement",
                Map.of(
                        "title", words.text("layout." + statement),
                        "lead", words.text(prefix + "lead"),
                        "parts", parts));
    }
}
