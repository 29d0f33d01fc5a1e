package org.openhall.portal.internal.web.public_;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Limit;
import org.openhall.portal.internal.http.Paths;
import org.openhall.portal.internal.view.Words;

/** Rows of the list of items: what the implementation says goes before what the item says. */
final class Rows {

    private final Catalogue catalogue;

    Rows(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A short fact. */
    public record Fact(String term, String text) {}

    /** A row as drawn. */
    public record Row(String name, String href, String department, String type, String online, List<Fact> facts) {}

    Row row(Implementation item, Words words, String language) {
        Optional<ItemVersion> version = version(item);
        List<Fact> facts = new ArrayList<>();
        promised(item, version, words)
                .ifPresent(text -> facts.add(new Fact(words.text("public.items.promised"), text)));
        version.map(found -> found.definition().guide().fee())
                .filter(fee -> !fee.equals("unstated"))
                .ifPresent(fee ->
                        facts.add(new Fact(words.text("public.items.fee"), words.text("public.guide.fee." + fee))));
        visits(item, version)
                .ifPresent(visits -> facts.add(
                        new Fact(words.text("public.items.visits"), words.text("public.guide.times", visits))));
        return new Row(
                name(item, language),
                href(item),
                item.department(),
                words.powerType(item.powerType()),
                item.online() ? words.text("public.items.online") : "",
                facts);
    }

    /** The item's own name in the language asked for, else the one of the list. */
    String name(Implementation item, String language) {
        return name(item, version(item), language);
    }

    /** The same, by a version that may be over. */
    static String name(Implementation item, Optional<ItemVersion> version, String language) {
        return language.equals("zh")
                ? item.name()
                : version.map(found -> found.text(language, "name"))
                        .filter(name -> !name.isEmpty())
                        .orElse(item.name());
    }

    Optional<ItemVersion> version(Implementation item) {
        return item.online() ? catalogue.active(item.item()) : Optional.empty();
    }

    static Optional<String> promised(Implementation item, Optional<ItemVersion> version, Words words) {
        return item.promisedDays().isPresent()
                ? Optional.of(words.limit(new Limit(item.promisedDays().getAsInt(), Limit.Unit.WORKING)))
                : version.map(found -> words.limit(found.definition().limits().promised()));
    }

    static Optional<Integer> visits(Implementation item, Optional<ItemVersion> version) {
        return item.visits().isPresent()
                ? Optional.of(item.visits().getAsInt())
                : version.map(found -> found.definition().guide().visits());
    }

    static String href(Implementation item) {
        return "/items/" + Paths.segment(item.code());
    }
}
