package org.openhall.portal.internal.web.filing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.users.Account;
import org.openhall.portal.internal.http.Paths;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.QrCode;
import org.openhall.portal.internal.view.Words;

/** {@code /receipt/{number}}: number and code, and what happens next. With {@code ?print} as it goes on paper. */
@Path("/receipt/{number}")
public final class ReceiptPage {

    private final Services services;
    private final Pages pages;

    ReceiptPage(DraftRoom room) {
        this.services = room.services();
        this.pages = room.pages();
    }

    @GET
    public Response show(@Context Visit visit, @Context UriInfo address, @PathParam("number") String number) {
        Account account = visit.signedIn();
        CaseFile file = services.cases().find(number, account).orElseThrow(Refusal::notFound);
        String code = services.cases().queryCode(number, account).orElseThrow(Refusal::notFound);
        ItemVersion version = services.catalogue()
                .serving(file.head().item(), file.head().version().line())
                .or(() -> services.catalogue()
                        .version(file.head().item(), file.head().version()))
                .orElseThrow(() -> new ItemUnavailable(file.head().item()));
        Words words = pages.words(visit);
        var item = new ItemWords(version, words, visit.language());
        Map<String, Object> data = new HashMap<>();
        data.put("nav", "mine");
        data.put("print", address.getQueryParameters().containsKey("print"));
        data.put("item", Map.of("name", item.name()));
        data.put("number", number);
        data.put("code", code);
        data.put("filedAt", words.dateTime(file.head().filedAt()));
        data.put("applicant", file.head().partyName());
        data.put("qr", QrCode.of(progress(visit, address, number, code)));
        data.put("caseHref", "/my/cases/" + Paths.segment(number));
        data.put("printHref", "/receipt/" + Paths.segment(number) + "?print");
        var promises = new Promises(
                version.definition(),
                services.catalogue().implementation(file.head().implementation()),
                words,
                item);
        data.put("entries", new Outlook(file, version.definition(), words, item).entries(promises.whole()));
        return pages.show(visit, 200, "receipt", data)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Where a phone gets by scanning: the hall as this visitor reaches it. */
    private static String progress(Visit visit, UriInfo address, String number, String code) {
        return (visit.secure() ? "https://" : "http://")
                + address.getRequestUri().getRawAuthority()
                + "/progress?number="
                + Paths.segment(number)
                + "&code="
                + Paths.segment(code);
    }
}
