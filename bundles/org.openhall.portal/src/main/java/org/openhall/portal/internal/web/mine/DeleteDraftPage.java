package org.openhall.portal.internal.web.mine;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.openhall.api.cases.Draft;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/** {@code /my/drafts/{draft}/delete}: asks once, then deletes a draft with its files. */
@Path("/my/drafts/{draft: [0-9]{1,18}}/delete")
public final class DeleteDraftPage {

    private final Services services;
    private final Pages pages;

    DeleteDraftPage(Services services, Pages pages) {
        this.services = services;
        this.pages = pages;
    }

    @GET
    public Response ask(@Context Visit visit, @PathParam("draft") long id) {
        Draft draft = services.drafts()
                .find(id, visit.signedIn())
                .filter(found -> found.filedAs().isEmpty())
                .orElseThrow(Refusal::notFound);
        Words words = pages.words(visit);
        String name = services.catalogue()
                .serving(draft.item(), draft.version().line())
                .map(version -> new ItemWords(version, words, visit.language()).name())
                .orElse(draft.item());
        return pages.show(
                visit,
                "my-draft-delete",
                Map.of(
                        "nav",
                        "mine",
                        "item",
                        Map.of("name", name),
                        "saved",
                        words.dateTime(draft.updatedAt()),
                        "files",
                        services.materials().ofDraft(id).size(),
                        "keep",
                        "/filing/" + id,
                        "action",
                        "/my/drafts/" + id + "/delete"));
    }

    @POST
    public Response delete(@Context Visit visit, @PathParam("draft") long id) {
        services.drafts().delete(id, visit.signedIn());
        return Local.go("/my/cases").build();
    }
}
