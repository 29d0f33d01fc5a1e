package org.openhall.portal.internal.web.mine;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.openhall.api.cases.CaseFile;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Documents;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/** {@code /my/cases/{number}/documents/{template}}: a document that was issued, on its sheet. */
@Path("/my/cases/{number}/documents/{template}")
public final class MyDocumentPage {

    private final Services services;
    private final Pages pages;
    private final Documents documents;

    MyDocumentPage(Services services, Pages pages, Documents documents) {
        this.services = services;
        this.pages = pages;
        this.documents = documents;
    }

    @GET
    public Response show(
            @Context Visit visit, @PathParam("number") String number, @PathParam("template") String template) {
        CaseFile file = services.cases().find(number, visit.signedIn()).orElseThrow(Refusal::notFound);
        Documents.Drawn drawn = documents.draw(file, template).orElseThrow(Refusal::notFound);
        Words words = pages.words(visit);
        String back = "/my/cases/" + file.head().number();
        return pages.show(
                visit,
                "document",
                Map.of(
                        "nav",
                        "mine",
                        "document",
                        drawn,
                        "crumbs",
                        List.of(
                                Map.of("text", words.text("layout.myCases"), "href", "/my/cases"),
                                Map.of("text", file.head().number(), "href", back),
                                Map.of("text", drawn.title())),
                        "back",
                        Map.of("text", words.text("mine.document.back"), "href", back)));
    }
}
