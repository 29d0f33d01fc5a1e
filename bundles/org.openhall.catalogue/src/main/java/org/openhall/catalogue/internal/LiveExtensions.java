package org.openhall.catalogue.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openhall.api.catalogue.Extensions;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.catalogue.internal.definition.Extension;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What extends what, as it is served now. */
@Component
public final class LiveExtensions implements Extensions {

    private final Shelf shelf;

    @Activate
    public LiveExtensions(@Reference Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Optional<String> extended(String key) {
        return shelf.current().composition().extended(key);
    }

    @Override
    public List<Extending> on(String item) {
        return on(shelf.current(), item);
    }

    @Override
    public List<Extending> by(String extension) {
        return by(shelf.current(), extension);
    }

    /** What a snapshot says of an item. */
    public static List<Extending> on(Snapshot now, String item) {
        if (now.composition().extended(item).isPresent()) {
            return List.of();
        }
        return now.ofItem(item).stream()
                .flatMap(line -> line(now.composition(), line.version()))
                .toList();
    }

    /** What a snapshot says of an extension. */
    public static List<Extending> by(Snapshot now, String extension) {
        return now.composition()
                .extended(extension)
                .map(item -> on(now, item).stream()
                        .filter(extending -> extending.extension().equals(extension))
                        .toList())
                .orElse(List.of());
    }

    private static Stream<Extending> line(Composition composition, ItemVersion base) {
        List<Extension> made = composition.madeFor(base);
        List<Extension> applying =
                made.stream().filter(one -> missing(base, one).isEmpty()).toList();
        Stream<Extension> idle = made.stream().filter(one -> missing(base, one).isPresent());
        return Stream.concat(applying.stream(), idle).map(extension -> extending(base, extension, applying));
    }

    private static Extending extending(ItemVersion base, Extension extension, List<Extension> applying) {
        Map<String, String> names = new TreeMap<>();
        List.of("zh", "en")
                .forEach(language -> names.put(language, extension.version().text(language, "name")));
        return new Extending(
                base.definition().item(),
                base.version(),
                extension.key(),
                extension.version().version(),
                Map.copyOf(names),
                extension.order(),
                extension.points(),
                extension.version().definition().rules(),
                missing(base, extension),
                applying.stream()
                        .filter(other -> !other.key().equals(extension.key()))
                        .filter(other -> other.order() == extension.order())
                        .filter(other -> other.points().values().stream()
                                .anyMatch(extension.points().values()::contains))
                        .map(Extension::key)
                        .toList());
    }

    private static Optional<String> missing(ItemVersion base, Extension extension) {
        return Composition.missing(base, extension);
    }
}
