package org.openhall.portal.internal.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.portal.internal.http.Refusal;

/** Finds what a program means: an implementation code, or the key of an item that only one department offers. */
final class Offered {

    // As many as the catalogue looks up at once; a program has to choose long before.
    private static final int MOST_CODES = 500;

    private Offered() {}

    /**
     * Finds an implementation.
     *
     * @param catalogue where
     * @param code implementation code or item key
     * @return empty when neither is known
     * @throws Refusal 422 with {@code implementations} when the item is offered by several
     */
    static Optional<Implementation> find(Catalogue catalogue, String code) {
        Optional<Implementation> found = catalogue.implementation(code);
        if (found.isPresent()) {
            return found;
        }
        Optional<ItemVersion> item = catalogue.active(code);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        ItemDefinition definition = item.get().definition();
        List<String> codes = Stream.concat(
                        definition.serves().stream(),
                        definition.implementations().stream().map(Implementation::code))
                .distinct()
                .limit(MOST_CODES)
                .toList();
        Map<String, Implementation> known = catalogue.implementations(Set.copyOf(codes));
        List<Implementation> offers =
                codes.stream().filter(known::containsKey).map(known::get).toList();
        if (offers.size() > 1) {
            throw new Refusal(422, "which-implementation")
                    .with(
                            "implementations",
                            offers.stream().map(Implementation::code).toList());
        }
        return offers.stream().findFirst();
    }
}
