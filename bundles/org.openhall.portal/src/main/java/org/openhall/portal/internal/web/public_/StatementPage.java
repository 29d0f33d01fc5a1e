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

/** {@code /accessibility}, {@code /privacy}: what the hall says about itself, paragraph by paragraph from the texts. */
@Path("/{statement:accessibility|privacy}")
public final class StatementPage {

    private final Pages pages;

    StatementPage(Pages pages) {
        this.pages = pages;
    }

    /** A heading with its text. */
    public record Part(String title, String text) {}

    @GET
    public Response show(@Context Visit visit, @PathParam("statement") String statement) {
        Words words = pages.words(visit);
        String prefix = "public." + statement + ".";
        List<Part> parts = new ArrayList<>();
        for (int n = 1; pages.texts().has(visit.language(), prefix + n + ".title"); n++) {
            parts.add(new Part(words.text(prefix + n + ".title"), words.text(prefix + n + ".text")));
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
