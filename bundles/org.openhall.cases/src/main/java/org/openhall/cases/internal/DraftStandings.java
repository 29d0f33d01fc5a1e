package org.openhall.cases.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.Drafts.Behind;
import org.openhall.api.cases.Drafts.Change;
import org.openhall.api.cases.Drafts.Closed;
import org.openhall.api.cases.Drafts.Kind;
import org.openhall.api.cases.Drafts.Open;
import org.openhall.api.cases.Drafts.Standing;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Limit;
import org.openhall.api.materials.Materials;
import org.openhall.item.Answers;

/** Whether drafts can be filed on the version they are on, where they can go when not, and with which answers. */
final class DraftStandings {

    private final Catalogue catalogue;
    private final Materials materials;
    private final KnownValues known;

    DraftStandings(Catalogue catalogue, Materials materials, KnownValues known) {
        this.catalogue = catalogue;
        this.materials = materials;
        this.known = known;
    }

    Standing of(Draft draft, String language) {
        if (catalogue.accepts(draft.item(), draft.version().line())) {
            return new Open();
        }
        Optional<ItemVersion> active = active(catalogue, draft);
        return active.isEmpty()
                ? new Closed()
                : new Behind(active.get().version(), changes(draft, active.get(), language));
    }

    /** The version that takes what the draft applies for; empty when none does any more. */
    static Optional<ItemVersion> active(Catalogue catalogue, Draft draft) {
        return catalogue
                .active(draft.item())
                .filter(version -> catalogue.implementations(Set.of(draft.implementation())).values().stream()
                        .anyMatch(implementation -> implementation.item().equals(draft.item())));
    }

    private List<Change> changes(Draft draft, ItemVersion active, String language) {
        ItemVersion own = own(draft);
        Map<String, String> values = known.of(draft.account(), draft.party());
        List<Change> changes =
                new ArrayList<>(new DraftChanges(own, active, draft.answers(), values, language).questions());
        changes.addAll(new MaterialChanges(own, active, materials.ofDraft(draft.id()), language).changes());
        limit(draft, own, active, language).ifPresent(changes::add);
        return List.copyOf(changes);
    }

    private Optional<Change> limit(Draft draft, ItemVersion own, ItemVersion active, String language) {
        Optional<Implementation> listed = catalogue.implementation(draft.implementation());
        Limit was = Prepared.limitOn(draft.implementation(), listed, own);
        Limit is = Prepared.limitOn(draft.implementation(), listed, active);
        return was.equals(is)
                ? Optional.empty()
                : Optional.of(new Change(
                        Kind.LIMIT,
                        "",
                        Words.of(language, "change.limit"),
                        List.of(),
                        Words.of(language, "change.limitText", words(was, language), words(is, language))));
    }

    private static String words(Limit limit, String language) {
        return Words.of(
                language, "limit." + limit.unit().name().toLowerCase(Locale.ROOT), Integer.toString(limit.days()));
    }

    /** The answers a draft takes along, with what the hall suggests for questions that its old form did not have. */
    Answers taken(Draft draft, ItemVersion active) {
        Map<String, Object> answers = new LinkedHashMap<>(draft.answers().asMap());
        Map<String, String> old = own(draft).form().pointers();
        active.form().initial(known.of(draft.account(), draft.party())).asMap().forEach((name, value) -> {
            String place = "/" + name.replace("~", "~0").replace("/", "~1");
            boolean asked =
                    old.keySet().stream().anyMatch(pointer -> pointer.equals(place) || pointer.startsWith(place + "/"));
            if (!asked) {
                answers.putIfAbsent(name, value);
            }
        });
        return Answers.of(answers);
    }

    private ItemVersion own(Draft draft) {
        return catalogue
                .serving(draft.item(), draft.version().line())
                .or(() -> catalogue.version(draft.item(), draft.version()))
                .orElseThrow(() -> new ItemUnavailable(draft.item() + " " + draft.version()));
    }
}
