package org.openhall.catalogue.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Version;
import org.openhall.catalogue.internal.store.VersionTable;

/**
 * What is served at one moment. Immutable: a request that took it sees nothing of a deployment that happens meanwhile.
 *
 * @param items lines by item, each under its version with micro 0
 * @param entered every version that ever came, newest first, by item
 */
public record Snapshot(Map<String, NavigableMap<Version, Line>> items, Map<String, List<VersionTable.Key>> entered) {

    /** Before anything was read. */
    static final Snapshot EMPTY = new Snapshot(Map.of(), Map.of());

    /**
     * A line and what serves it.
     *
     * @param version that serves it
     * @param bundle symbolic name of its bundle
     * @param acceptsSince when the line came first
     * @param retired whether it takes no filings any more
     * @param withdrawn whether its code was taken out
     */
    public record Line(ItemVersion version, String bundle, Instant acceptsSince, boolean retired, boolean withdrawn) {}

    public static Snapshot of(Collection<Line> lines, List<VersionTable.Key> keys) {
        Map<String, NavigableMap<Version, Line>> items = new HashMap<>();
        for (Line line : lines) {
            ItemDefinition definition = line.version().definition();
            items.computeIfAbsent(definition.item(), item -> new TreeMap<>())
                    .put(key(definition.version().line()), line);
        }
        Map<String, List<VersionTable.Key>> entered = keys.stream()
                .sorted(Comparator.comparing(VersionTable.Key::version).reversed())
                .collect(Collectors.groupingBy(VersionTable.Key::item));
        return new Snapshot(Map.copyOf(items), Map.copyOf(entered));
    }

    /** The same with one more version, which serves its line when it is given as one. */
    public Snapshot with(VersionTable.Key key, Optional<Line> line) {
        List<Line> lines = new ArrayList<>(lines());
        line.ifPresent(added -> {
            lines.removeIf(old -> old.version().definition().item().equals(key.item())
                    && old.version().version().line().equals(key.version().line()));
            lines.add(added);
        });
        List<VersionTable.Key> keys = new ArrayList<>(List.of(key));
        entered.values().forEach(keys::addAll);
        return of(lines, keys);
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
        return line.matches("[0-9]{1,6}\\.[0-9]{1,6}")
                ? Optional.ofNullable(lines(item).get(key(line)))
                : Optional.empty();
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

    /** The newest line of an item, retired or not. */
    public Optional<Line> newest(String item) {
        return Optional.ofNullable(lines(item).lastEntry()).map(Map.Entry::getValue);
    }

    /** Whether drafts of a line may be filed: nothing newer accepts, or not yet for longer than the grace time. */
    boolean accepts(String item, String line, Instant now, Duration grace) {
        Optional<Line> asked = line(item, line).filter(found -> !found.retired());
        return asked.isPresent()
                && lines(item).tailMap(key(line), false).values().stream()
                        .filter(newer -> !newer.retired())
                        .allMatch(newer -> newer.acceptsSince().plus(grace).isAfter(now));
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

    private static Version key(String line) {
        return Version.parse(line + ".0");
    }
}
