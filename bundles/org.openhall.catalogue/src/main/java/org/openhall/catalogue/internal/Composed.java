package org.openhall.catalogue.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.catalogue.internal.definition.Extension;

/**
 * A version of an item with what extensions add to it.
 *
 * @param base as it came through the door: its bundle, its code
 * @param extensions that apply to it, in the order in which they work
 * @param silent keys of those whose code was taken out
 * @param whole what cases, pages and documents see
 */
public record Composed(ItemVersion base, List<Extension> extensions, Set<String> silent, ItemVersion whole) {

    /** Nothing but the item's own. */
    public static Composed alone(ItemVersion base) {
        return new Composed(base, List.of(), Set.of(), base);
    }

    /** An extension that applies to it and may be called. */
    public Optional<Extension> speaking(String key) {
        return extension(key).filter(found -> !silent.contains(key));
    }

    /** An extension that applies to it. */
    public Optional<Extension> extension(String key) {
        return extensions.stream().filter(found -> found.key().equals(key)).findFirst();
    }

    /** The key of the extension that put a step in; empty for the item's own. */
    public static Optional<String> extensionOf(String step) {
        int dot = step.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(step.substring(0, dot));
    }
}
