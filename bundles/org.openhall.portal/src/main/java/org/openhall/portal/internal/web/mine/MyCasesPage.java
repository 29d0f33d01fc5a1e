package org.openhall.portal.internal.web.mine;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.cases.DraftHead;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.Version;
import org.openhall.api.paging.Page;
import org.openhall.api.users.Account;
import org.openhall.portal.internal.http.Onward;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/** {@code /my/cases}: what is being filled in and what was filed. */
@Path("/my/cases")
public final class MyCasesPage {

    private static final int LENGTH = 20;

    private final Services services;
    private final Pages pages;

    MyCasesPage(Services services, Pages pages) {
        this.services = services;
        this.pages = pages;
    }

    /** A draft in one row. */
    public record DraftRow(
            String name,
            String href,
            String department,
            String saved,
            Optional<String> standing,
            boolean closed,
            String delete) {}

    /** A case in one row. */
    public record CaseRow(
            String name,
            String href,
            String number,
            String applicant,
            String state,
            String tone,
            String icon,
            String next,
            String when) {}

    @GET
    public Response show(@Context Visit visit, @Context UriInfo address) {
        Account account = visit.signedIn();
        Words words = pages.words(visit);
        Optional<String> after = parameter(address, "after");
        Optional<String> afterDraft = parameter(address, "drafts");
        Page<DraftHead> drafts =
                Onward.from(afterDraft, () -> services.drafts().list(account, Optional.empty(), LENGTH, afterDraft));
        Page<CaseHead> cases = Onward.from(after, () -> services.cases().list(account, LENGTH, after));
        Map<String, Object> data = new HashMap<>();
        data.put("nav", "mine");
        // The drafts stand above the first page of cases only.
        data.put("drafts", after.isPresent() ? List.of() : rows(drafts.entries(), visit, words));
        data.put("cases", cases.map(head -> row(head, visit, words)).entries());
        data.put(
                "moreDrafts",
                drafts.next()
                        .filter(next -> after.isEmpty())
                        .map(next -> "/my/cases?drafts=" + encode(next))
                        .orElse(""));
        data.put(
                "nextCases",
                cases.next().map(next -> "/my/cases?after=" + encode(next)).orElse(""));
        data.put("firstCases", after.isPresent() || afterDraft.isPresent() ? "/my/cases" : "");
        return pages.show(visit, "my-cases", data);
    }

    private List<DraftRow> rows(List<DraftHead> drafts, Visit visit, Words words) {
        Map<String, Implementation> offered = services.catalogue()
                .implementations(drafts.stream().map(DraftHead::implementation).collect(Collectors.toSet()));
        return drafts.stream()
                .map(draft -> row(draft, Optional.ofNullable(offered.get(draft.implementation())), visit, words))
                .toList();
    }

    private DraftRow row(DraftHead draft, Optional<Implementation> implementation, Visit visit, Words words) {
        return new DraftRow(
                item(draft.item(), draft.version(), visit, words)
                        .map(ItemWords::name)
                        .or(() -> implementation.map(Implementation::name))
                        .orElse(draft.item()),
                "/filing/" + draft.id(),
                implementation.map(Implementation::department).orElse(""),
                words.dateTime(draft.updatedAt()),
                standing(draft, words),
                closed(draft),
                "/my/drafts/" + draft.id() + "/delete");
    }

    /** Until when it can be submitted as it is, or why it no longer can; nothing while there is no end to it. */
    private Optional<String> standing(DraftHead draft, Words words) {
        Catalogue catalogue = services.catalogue();
        String line = draft.version().line();
        if (!catalogue.accepts(draft.item(), line)) {
            return Optional.of(words.text(closed(draft) ? "mine.list.closed" : "mine.list.newForm"));
        }
        return catalogue
                .acceptsUntil(draft.item(), line)
                .map(end -> words.text("mine.list.until", words.dateTime(end)));
    }

    /** Whether it can only be read and taken along. */
    private boolean closed(DraftHead draft) {
        return !services.catalogue().accepts(draft.item(), draft.version().line())
                && services.catalogue().active(draft.item()).isEmpty();
    }

    private CaseRow row(CaseHead head, Visit visit, Words words) {
        Optional<ItemWords> item = item(head.item(), head.version(), visit, words);
        String next = head.openSteps().stream()
                .map(step -> item.map(known -> known.step(step)).orElse(step))
                .collect(Collectors.joining(words.text("filing.comma")));
        return new CaseRow(
                item.map(ItemWords::name).filter(name -> !name.isEmpty()).orElse(head.itemName()),
                "/my/cases/" + encode(head.number()),
                head.number(),
                head.masked().partyName(),
                words.text("word.state." + head.state().key()),
                CaseTones.tone(head.state()),
                CaseTones.icon(head.state()),
                next.isEmpty() ? "" : words.text("mine.list.next", next),
                when(head, words));
    }

    private String when(CaseHead head, Words words) {
        if (head.endedAt().isPresent()) {
            return words.text("mine.list.ended", words.date(head.endedAt().get()));
        }
        return head.due()
                .map(due -> words.text(
                        due.isBefore(services.clock().instant()) ? "mine.list.overdue" : "mine.list.due",
                        words.date(due)))
                .orElseGet(() -> words.text("mine.list.filed", words.date(head.filedAt())));
    }

    private Optional<ItemWords> item(String item, Version version, Visit visit, Words words) {
        return services.catalogue()
                .serving(item, version.line())
                .map(found -> new ItemWords(found, words, visit.language()));
    }

    private static Optional<String> parameter(UriInfo address, String name) {
        return Optional.ofNullable(address.getQueryParameters().getFirst(name)).filter(value -> !value.isEmpty());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
