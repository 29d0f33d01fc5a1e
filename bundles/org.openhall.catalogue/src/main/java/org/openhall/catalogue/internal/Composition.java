package org.openhall.catalogue.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.catalogue.internal.Weaving.Link;
import org.openhall.catalogue.internal.definition.Extension;

/**
 * Which extensions there are and which of them apply to which version. Made once for each change of what is served.
 *
 * @param ever every extension version that ever came, oldest first
 * @param active those whose line works, newest first
 * @param silent hashes of those among them whose code was taken out
 */
public record Composition(List<Extension> ever, List<Extension> active, Set<String> silent) {

    private static final Comparator<Extension> ORDER =
            Comparator.comparingInt(Extension::order).thenComparing(Extension::key);

    /** No extension at all. */
    static final Composition NONE = new Composition(List.of(), List.of(), Set.of());

    static Composition of(Collection<Snapshot.Line> lines, Collection<Extension> ever) {
        Comparator<Extension> byVersion =
                Comparator.comparing(extension -> extension.version().version());
        Map<String, Extension> bySha = ever.stream()
                .collect(Collectors.toMap(extension -> extension.version().sha256(), extension -> extension));
        return new Composition(
                ever.stream().sorted(byVersion).toList(),
                lines.stream()
                        .filter(line -> !line.retired())
                        .flatMap(line ->
                                Optional.ofNullable(bySha.get(line.version().sha256())).stream())
                        .sorted(byVersion.reversed())
                        .toList(),
                lines.stream()
                        .filter(line -> line.withdrawn()
                                && bySha.containsKey(line.version().sha256()))
                        .map(line -> line.version().sha256())
                        .collect(Collectors.toSet()));
    }

    /** The key of the item that an extension extends; empty for items. */
    public Optional<String> extended(String key) {
        return ever.stream()
                .filter(extension -> extension.key().equals(key))
                .reduce((first, second) -> second)
                .map(Extension::item);
    }

    /** The extension version that came in a bundle with these bytes. */
    public Optional<Extension> version(String sha256) {
        return ever.stream()
                .filter(extension -> extension.version().sha256().equals(sha256))
                .findFirst();
    }

    /** The extensions made for a version, in the order in which they work: of each the newest line, whether it applies or not. */
    public List<Extension> madeFor(ItemVersion base) {
        Map<String, Extension> newest = new HashMap<>();
        active.stream()
                .filter(extension -> extension.item().equals(base.definition().item()))
                .filter(extension -> extension.covers(base.version()))
                .forEach(extension -> newest.putIfAbsent(extension.key(), extension));
        return newest.values().stream().sorted(ORDER).toList();
    }

    /** What a version lacks of what an extension builds on; empty when it applies. */
    public static Optional<String> missing(ItemVersion base, Extension extension) {
        return Weaving.missing(base.definition(), extension);
    }

    /** A version with what applies to it now, and with the words for everything that ever did. */
    public Composed on(ItemVersion base) {
        String item = base.definition().item();
        if (ever.stream().noneMatch(extension -> extension.item().equals(item))) {
            return Composed.alone(base);
        }
        List<Extension> applying = madeFor(base).stream()
                .filter(extension -> missing(base, extension).isEmpty())
                .toList();
        List<Extension> speaking = new ArrayList<>(
                ever.stream().filter(extension -> extension.item().equals(item)).toList());
        // last, so that what works now has the last word
        speaking.addAll(applying);
        ItemVersion whole = new ItemVersion(
                new Weaving(base, applying).definition(),
                base.sha256(),
                base.form(),
                texts(base, speaking),
                base.templates());
        Set<String> withoutCode = applying.stream()
                .filter(extension -> silent.contains(extension.version().sha256()))
                .map(Extension::key)
                .collect(Collectors.toSet());
        return new Composed(base, applying, withoutCode, whole);
    }

    /** Where a case goes on from a step that is not put in any more; empty when no extension ever put it in. */
    Optional<List<String>> onward(ItemVersion base, String step) {
        Optional<String> key = Composed.extensionOf(step);
        return key.flatMap(named -> ever.stream()
                        .filter(extension -> extension.key().equals(named))
                        .filter(extension ->
                                extension.item().equals(base.definition().item()))
                        .filter(extension -> at(extension, step).isPresent())
                        .filter(extension -> !Weaving.to(
                                        base.definition(), at(extension, step).get())
                                .isEmpty())
                        .reduce((first, second) -> second))
                .map(gone -> onward(base, gone, step));
    }

    private List<String> onward(ItemVersion base, Extension gone, String step) {
        String point = at(gone, step).orElseThrow();
        List<String> inOrder = gone.points().keySet().stream().map(gone::name).toList();
        return new Weaving(base, on(base).extensions())
                .at(point).stream()
                        .filter(link -> after(link, gone, inOrder.indexOf(step), inOrder))
                        .findFirst()
                        .map(link -> List.of(link.id()))
                        .orElse(Weaving.to(base.definition(), point));
    }

    /** Whether a step that is there comes after one that is gone. */
    private static boolean after(Link link, Extension gone, int index, List<String> inOrder) {
        return link.extension().key().equals(gone.key())
                ? inOrder.indexOf(link.id()) > index
                : ORDER.compare(link.extension(), gone) > 0;
    }

    private static Optional<String> at(Extension extension, String step) {
        return extension.points().entrySet().stream()
                .filter(point -> extension.name(point.getKey()).equals(step))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, Map<String, String>> texts(ItemVersion base, List<Extension> speaking) {
        Map<String, Map<String, String>> texts = new TreeMap<>();
        base.texts().forEach((language, own) -> {
            Map<String, String> all = new LinkedHashMap<>(own);
            speaking.forEach(extension -> speak(extension, language, all));
            texts.put(language, Map.copyOf(all));
        });
        return Map.copyOf(texts);
    }

    private static void speak(Extension extension, String language, Map<String, String> texts) {
        Map<String, String> own = extension.version().texts().getOrDefault(language, Map.of());
        own.forEach((key, text) -> texts.put(key(extension, key), text));
        extension.version().definition().steps().values().stream()
                .map(Step::id)
                .forEach(step ->
                        texts.put("step." + extension.name(step) + ".from", own.getOrDefault("name", extension.key())));
    }

    private static String key(Extension extension, String key) {
        for (String kind : List.of("step.", "outcome.")) {
            if (key.startsWith(kind)) {
                return kind + extension.name(key.substring(kind.length()));
            }
        }
        return extension.name(key);
    }
}
