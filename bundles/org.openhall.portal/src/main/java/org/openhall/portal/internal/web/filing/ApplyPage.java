package org.openhall.portal.internal.web.filing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.Drafts;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.users.Account;
import org.openhall.api.users.Mandate;
import org.openhall.item.Applicant;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.Paths;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Pages;

/** {@code /items/{implementation}/apply}: for whom, and whether to go on with a draft that is there already; then a draft is opened. */
@Path("/items/{implementation}/apply")
public final class ApplyPage {

    private static final int LATEST = 20;

    private final Services services;
    private final Pages pages;

    ApplyPage(DraftRoom room) {
        this.services = room.services();
        this.pages = room.pages();
    }

    /** Somebody the account may apply for. */
    public record Choice(long party, String name, String ground) {}

    /** A draft of the same item. */
    public record Begun(String href, String when) {}

    @GET
    public Response show(@Context Visit visit, @PathParam("implementation") String code) {
        Account account = visit.signedIn();
        return draw(visit, account, find(code), 200, "");
    }

    @POST
    public Response apply(@Context Visit visit, @PathParam("implementation") String code) {
        if (visit.account().isEmpty()) {
            // Signing in leads back to the question for whom, not into a POST.
            return Local.go("/sign-in?back=" + Paths.segment("/items/" + Paths.segment(code) + "/apply"))
                    .build();
        }
        Account account = visit.signedIn();
        Implementation implementation = find(code);
        Optional<Long> party = visit.form().number("party");
        List<Mandate> mandates = services.accounts().mandates(account.id());
        if (party.isEmpty()
                && (mandates.size() != 1
                        || !begun(visit, account, implementation).isEmpty())) {
            boolean asked = visit.form().has("chosen");
            return draw(visit, account, implementation, asked ? 422 : 200, asked ? "choose" : "");
        }
        Drafts.Opening opening = services.drafts().open(account, party, code, Optional.empty());
        return opening instanceof Drafts.Opened opened
                ? Local.go("/filing/" + opened.draft().id()).build()
                : draw(visit, account, implementation, 422, ((Drafts.NotFor) opening).reason());
    }

    private Implementation find(String code) {
        return services.catalogue().implementation(code).orElseThrow(Refusal::notFound);
    }

    private Response draw(Visit visit, Account account, Implementation implementation, int status, String problem) {
        var words = pages.words(visit);
        String name = services.catalogue()
                .active(implementation.item())
                .map(version -> new ItemWords(version, words, visit.language()).name())
                .filter(text -> !text.isEmpty())
                .orElse(implementation.name());
        Map<String, Object> data = new HashMap<>();
        data.put("nav", "items");
        data.put("item", Map.of("name", name, "href", "/items/" + Paths.segment(implementation.code())));
        data.put("action", "/items/" + Paths.segment(implementation.code()) + "/apply");
        data.put(
                "errors",
                problem.isEmpty()
                        ? List.of()
                        : List.of(ErrorLine.here("f-party", words.text("filing.apply." + problem))));
        data.put(
                "choices",
                services.accounts().mandates(account.id()).stream()
                        .filter(mandate ->
                                admits(implementation, mandate.party().kind()))
                        .map(mandate -> new Choice(
                                mandate.party().id(),
                                mandate.party().name(),
                                words.text(
                                        "filing.apply." + mandate.kind().name().toLowerCase(java.util.Locale.ROOT))))
                        .toList());
        data.put("drafts", begun(visit, account, implementation));
        return pages.show(visit, status, "filing-apply", data).build();
    }

    /** Who cannot apply is not asked to begin. */
    private boolean admits(Implementation implementation, Applicant.Kind kind) {
        return services.catalogue()
                .active(implementation.item())
                .map(version -> version.definition()
                        .guide()
                        .subjects()
                        .contains(kind == Applicant.Kind.NATURAL ? "natural" : "legal"))
                .orElse(true);
    }

    private List<Begun> begun(Visit visit, Account account, Implementation implementation) {
        var words = pages.words(visit);
        return services
                .drafts()
                .list(account, Optional.of(implementation.code()), LATEST, Optional.empty())
                .entries()
                .stream()
                .map(draft -> new Begun("/filing/" + draft.id(), words.dateTime(draft.updatedAt())))
                .toList();
    }
}
