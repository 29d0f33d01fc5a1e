package org.openhall.portal.internal.web.desk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.Desk;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Documents;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.web.desk.DeskLinks.Link;

/** {@code /desk/cases/{number}/documents/{template}}: what the applicant got. */
@Path(DeskLinks.DESK + "/cases/{number}/documents/{template}")
public final class DocumentPage {

    private final Desk desk;
    private final Documents documents;
    private final Pages pages;

    DocumentPage(Desk desk, Documents documents, Pages pages) {
        this.desk = desk;
        this.documents = documents;
        this.pages = pages;
    }

    @GET
    public Response show(
            @Context Visit visit, @PathParam("number") String number, @PathParam("template") String template) {
        CaseFile file = desk.open(number, visit.official()).orElseThrow(Refusal::notFound);
        Documents.Drawn drawn = documents.draw(file, template).orElseThrow(Refusal::notFound);
        Words words = pages.words(visit);
        String back = DeskLinks.caseOf(number);
        return pages.show(
                visit,
                "document",
                Map.of(
                        "nav",
                        "desk",
                        "links",
                        DeskLinks.bar(words),
                        "document",
                        drawn,
                        "crumbs",
                        List.of(
                                new Link("", DeskLinks.DESK, words.text("layout.tasks")),
                                new Link("", back, number),
                                new Link("", "", drawn.title())),
                        "back",
                        Map.of("text", words.text("desk.backToCase"), "href", back)));
    }
}
