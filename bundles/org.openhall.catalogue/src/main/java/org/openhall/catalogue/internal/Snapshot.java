package org.openhall.catalogue.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Version;
import org.openhall.catalogue.internal.definition.Extension;
import org.openhall.catalogue.internal.store.ActivationTable;
import org.openhall.catalogue.internal.store.VersionTable;

/**
 * What is served at one moment. Immutable: a request that took it sees nothing of a deployment that happens meanwhile.
 *
 * @param items lines by item, each under its version with micro 0
 * @param entered every version that ever came, newest first, by item
 * @param composition which extensions there are
 * @param composed what serves the lines with what extensions add, by item and line
 */
public record Snapshot(
        Map<String, NavigableMap<Version, Line>> items,
        Map<String, List<VersionTable.Key>> entered,
        Composition composition,
        Map<String, Composed> composed) {

    /** Before anything was read. */
    static final Snapshot EMPTY = new Snapshot(Map.of(), Map.of(), Composition.NONE, Map.of());

    /**
     * A line and what serves it.
     *
     * @param version that serves it
     * @param bundle symbolic name of its bundle
     * @param row what the database says of it
     */
    public record Line(ItemVersion version, String bundle, ActivationTable.Row row) {

        /** Since when it takes filings; earlier lines have a grace time from then on. */
        Instant acceptsSince() {
            return row.acceptsSince();
        }

        /** Whether it takes nothing new, whatever its age. */
        public boolean retired() {
            return row.retired();
        }

        /** Whether its code was taken out. */
        public boolean withdrawn() {
            return row.withdrawn();
        }

        /** Whether its last case ended and its bundle was taken out. */
        public boolean drained() {
            return row.drainedAt().isPresent();
        }

        /** Whether its bundle is to run. */
        public boolean runs() {
            return !withdrawn() && !drained();
        }
    }

    public static Snapshot of(Collection<Line> lines, List<VersionTable.Key> keys, Collection<Extension> ever) {
        Map<String, NavigableMap<Version, Line>> items = new HashMap<>();
        for (Line line : lines) {
            ItemDefinition definition = line.version().definition();
            items.computeIfAbsent(definition.item(), item -> new TreeMap<>())
                    .put(key(definition.version().line()), line);
        }
        Map<String, List<VersionTable.Key>> entered = keys.stream()
                .sorted(Comparator.comparing(VersionTable.Key::version).reversed())
                .collect(Collectors.groupingBy(VersionTable.Key::item));
        Composition composition = Composition.of(lines, ever);
        Map<String, Composed> composed = lines.stream()
                .map(Line::version)
                .filter(version ->
                        composition.extended(version.definition().item()).isEmpty())
                .collect(Collectors.toMap(Snapshot::name, composition::on));
        return new Snapshot(Map.copyOf(items), Map.copyOf(entered), composition, Map.copyOf(composed));
    }

    /** All lines of all items. */
    public List<Line> lines() {
        return items.values().stream().flatMap(lines -> lines.values().stream()).toList();
    }

    /** The line that takes new filings: the newest one. */
    public Optional<Line> active(String item) {
        return lines(item).descendingMap().values().stream()
                .filter(line -> !line.retired())
                .findFirst();
    }

    /** The line with this major.minor. */
    public Optional<Line> line(String item, String line) {
        return line.matches("(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})")
                ? Optional.ofNullable(lines(item).get(key(line)))
                : Optional.empty();
    }

    /** Steps of extensions that stood on the way of some line and no longer do, by item. */
    public Set<String> withoutStepsOf(Snapshot before) {
        return before.composed().entrySet().stream()
                .filter(was -> !steps(composed.get(was.getKey())).containsAll(steps(was.getValue())))
                .map(was -> was.getValue().base().definition().item())
                .collect(Collectors.toSet());
    }

    private static Set<String> steps(Composed composed) {
        return composed == null
                ? Set.of()
                : composed.whole().definition().steps().keySet();
    }

    /** What serves a line with what extensions add to it; empty for lines of extensions. */
    public Optional<Composed> composed(String item, String line) {
        return Optional.ofNullable(composed.get(item + " " + line));
    }

    /** The lines that take new filings, by each code they serve. */
    public Map<String, Line> served() {
        Map<String, Line> served = new HashMap<>();
        items.keySet().stream()
                .sorted()
                .forEach(item -> active(item)
                        .ifPresent(line ->
                                line.version().definition().serves().forEach(code -> served.putIfAbsent(code, line))));
        return served;
    }

    /** An item that takes no filings and whose newest line served a code. */
    public Optional<String> former(String code) {
        return items.keySet().stream()
                .sorted()
                .filter(item -> active(item).isEmpty())
                .filter(item -> newest(item)
                        .filter(line -> line.version().definition().serves().contains(code))
                        .isPresent())
                .findFirst();
    }

    /** The newest line of an item, retired or not. */
    public Optional<Line> newest(String item) {
        return Optional.ofNullable(lines(item).lastEntry()).map(Map.Entry::getValue);
    }

    /** The lines of an item, newest first. */
    public List<Line> ofItem(String item) {
        return List.copyOf(lines(item).descendingMap().values());
    }

    /** Until when drafts of a line may be filed; the end of time when nothing newer accepts, empty when it accepts none at all. */
    public Optional<Instant> acceptsUntil(String item, String line, Duration grace) {
        return line(item, line)
                .filter(found -> !found.retired())
                .map(found -> lines(item).tailMap(key(line), false).values().stream()
                        .filter(newer -> !newer.retired())
                        .map(newer -> newer.acceptsSince().plus(grace))
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.MAX));
    }

    /** Whether drafts of a line may be filed: nothing newer accepts, or not yet for longer than the grace time. */
    public boolean accepts(String item, String line, Instant now, Duration grace) {
        return acceptsUntil(item, line, grace).filter(now::isBefore).isPresent();
    }

    /** The version a full number names, when it ever came. */
    public Optional<VersionTable.Key> entered(String item, Version version) {
        return entered.getOrDefault(item, List.of()).stream()
                .filter(key -> key.version().equals(version))
                .findFirst();
    }

    private NavigableMap<Version, Line> lines(String item) {
        return items.getOrDefault(item, new TreeMap<>());
    }

    private static String name(ItemVersion version) {
        return version.definition().item() + " " + version.version().line();
    }

    private static Version key(String line) {
        return Version.parse(line + ".0");
    }
}
