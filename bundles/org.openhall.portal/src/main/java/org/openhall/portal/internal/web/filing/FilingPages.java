package org.openhall.portal.internal.web.filing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openhall.api.cases.Draft;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.users.Account;
import org.openhall.item.Answers;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/** The page resources of this area. */
public final class FilingPages {

    private FilingPages() {}

    /**
     * Makes them.
     *
     * @param services what they work with
     * @param pages draws them
     * @return plain objects with JAX-RS annotations
     */
    public static List<Object> resources(Services services, Pages pages) {
        var room = new DraftRoom(services, pages);
        return List.of(
                new ApplyPage(room),
                new NoticePage(room),
                new FormPages(room),
                new MaterialPages(room),
                new FilePages(room),
                new CheckPage(room),
                new MovePage(room),
                new AnswersPage(room),
                new ReceiptPage(room));
    }

    /**
     * Pages of a filing that nobody began, to see whether they can be drawn.
     *
     * @param version whose form it is
     * @param item where it would go
     * @param account who would fill it in
     * @param answers so far
     * @param known what the hall would have
     * @param words in the language wanted
     * @return each page of the form, then that of the materials when some are asked for
     */
    public static Stream<Trial> trials(
            ItemVersion version,
            Implementation item,
            Account account,
            Answers answers,
            Map<String, String> known,
            Words words) {
        Draft draft = new Draft(
                1,
                version.definition().item(),
                item.code(),
                version.version(),
                account.id(),
                account.id(),
                answers,
                1,
                Instant.EPOCH,
                Optional.empty());
        OpenDraft open = new OpenDraft(account, draft, version, Optional.of(item), known, words.language(), words);
        Map<String, Object> common = open.common(words.time(draft.updatedAt()));
        Stream<Trial> pages = open.form().pages(open.effective(), words.language()).stream()
                .map(page -> new Trial(
                        "form-" + page.id(),
                        "filing-form",
                        () -> new FormView(open).model(common, page.id(), List.of())));
        Trial materials = new Trial(
                "materials",
                "filing-materials",
                () -> MaterialPages.model(open, new MaterialCards(open, List.of()), common, Map.of()));
        return open.asksMaterials() ? Stream.concat(pages, Stream.of(materials)) : pages;
    }

    /**
     * A page to be drawn.
     *
     * @param name of the page
     * @param template that draws it
     * @param model what it shows
     */
    public record Trial(String name, String template, Supplier<Map<String, Object>> model) {}
}
