package org.openhall.catalogue.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemList;
import org.openhall.api.catalogue.ItemQuery;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Version;
import org.openhall.catalogue.internal.acts.Earlier;
import org.openhall.catalogue.internal.definition.Extension;
import org.openhall.catalogue.internal.door.Trials;
import org.openhall.catalogue.internal.list.ImplementationList;
import org.openhall.catalogue.internal.running.ComposedCalls;
import org.openhall.catalogue.internal.running.ItemBundles;
import org.openhall.catalogue.internal.running.ItemCalls;
import org.openhall.catalogue.internal.running.Use;
import org.openhall.catalogue.internal.store.VersionTable;
import org.openhall.item.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The catalogue as it is served now: versions from the snapshot, lists from the database, rules from the bundles. */
@Component(configurationPid = "org.openhall.catalogue")
public final class LiveCatalogue implements Catalogue {

    private static final int MOST_VERSIONS = 50;

    private final Shelf shelf;
    private final ComposedCalls calls;
    private final ItemBundles bundles;
    private final Trials trials;
    private final ImplementationList list;
    private final Earlier earlier;
    private final Clock clock;
    private final Duration grace;

    @Activate
    public LiveCatalogue(
            @Reference Shelf shelf,
            @Reference ComposedCalls calls,
            @Reference ItemBundles bundles,
            @Reference Trials trials,
            @Reference ImplementationList list,
            @Reference Earlier earlier,
            @Reference Clock clock,
            CatalogueSettings settings) {
        this.shelf = shelf;
        this.calls = calls;
        this.bundles = bundles;
        this.trials = trials;
        this.list = list;
        this.earlier = earlier;
        this.clock = clock;
        this.grace = Duration.ofHours(settings.grace_hours());
    }

    @Override
    public ItemList search(ItemQuery query) {
        return list.search(query);
    }

    @Override
    public List<Implementation> suggest(String words, int limit) {
        return list.suggest(words, limit);
    }

    @Override
    public List<ItemList.Facet> themes(int limit) {
        return list.themes(limit);
    }

    @Override
    public List<Implementation> popular(int limit) {
        return list.popular(limit);
    }

    @Override
    public Optional<Implementation> implementation(String code) {
        return list.find(code);
    }

    @Override
    public Map<String, Implementation> implementations(Set<String> codes) {
        return list.find(codes);
    }

    @Override
    public void put(List<Implementation> rows) {
        list.put(rows);
    }

    @Override
    public Optional<ItemVersion> active(String item) {
        Snapshot now = shelf.current();
        return now.active(item)
                .flatMap(line -> now.composed(item, line.version().version().line()))
                .map(Composed::whole);
    }

    @Override
    public Optional<ItemVersion> serving(String item, String line) {
        return shelf.current().composed(item, line).map(Composed::whole);
    }

    @Override
    public Optional<Instant> servingSince(String item, String line) {
        return shelf.current().line(item, line).map(found -> found.row().activatedAt());
    }

    @Override
    public Optional<ItemVersion> version(String item, Version version) {
        return shelf.composed(item, version).map(Composed::whole);
    }

    @Override
    public Optional<List<String>> onward(String item, String line, String step) {
        Snapshot now = shelf.current();
        return now.composed(item, line).flatMap(composed -> now.composition().onward(composed.base(), step));
    }

    @Override
    public boolean accepts(String item, String line) {
        return shelf.current().accepts(item, line, clock.instant(), grace);
    }

    @Override
    public Optional<Instant> acceptsUntil(String item, String line) {
        return shelf.current()
                .acceptsUntil(item, line, grace)
                .filter(until -> !until.equals(Instant.MAX) && clock.instant().isBefore(until));
    }

    @Override
    public Optional<ItemVersion> former(Implementation row) {
        Snapshot now = shelf.current();
        return now.former(row.code())
                .or(() -> now.former(row.catalogueCode()))
                .flatMap(item -> earlier.of(now, item)
                        .or(() -> now.newest(item).map(line -> line.version().version()))
                        .flatMap(version -> version(item, version)));
    }

    @Override
    public List<Version> versions(String item) {
        Snapshot now = shelf.current();
        if (now.composition().extended(item).isPresent()) {
            return List.of();
        }
        return now.entered().getOrDefault(item, List.of()).stream()
                .map(VersionTable.Key::version)
                .limit(MOST_VERSIONS)
                .toList();
    }

    @Override
    public Optional<Absence> absence(String item, String line) {
        return shelf.current()
                .line(item, line)
                .filter(found -> !ItemCalls.needed(found.version()).isEmpty())
                .flatMap(
                        found -> found.withdrawn() ? Optional.of(Absence.WITHDRAWN) : bundles.absence(found.version()));
    }

    @Override
    public Optional<Absence> absence(String item, String line, String step) {
        Optional<String> key = Composed.extensionOf(step);
        if (key.isEmpty()) {
            return absence(item, line);
        }
        Optional<Composed> whole = shelf.current().composed(item, line);
        return whole.flatMap(composed -> composed.extension(key.get()))
                .map(Extension::version)
                .filter(version -> !ItemCalls.needed(version).isEmpty())
                .flatMap(version -> whole.get().speaking(key.get()).isEmpty()
                        ? Optional.of(Absence.WITHDRAWN)
                        : bundles.absence(version));
    }

    @Override
    public Optional<Trial> trial(String item, Version version) {
        return trials.begin(item, version);
    }

    @Override
    public Checked check(Application application) {
        return calls.check(() -> serving(application, true), application, Use.FILING);
    }

    @Override
    public Optional<Reviewed> review(Application application, String step) {
        // a step of an extension calls the extension only
        boolean own = Composed.extensionOf(step).isEmpty();
        return calls.review(() -> serving(application, own), application, step);
    }

    /** What serves the application's line; nobody waits for code of its own that was taken out. */
    private Composed serving(Application application, boolean own) {
        Snapshot now = shelf.current();
        String line = Version.parse(application.version()).line();
        return now.line(application.item(), line)
                .filter(found -> !own
                        || !found.withdrawn()
                        || ItemCalls.needed(found.version()).isEmpty())
                .flatMap(found -> now.composed(application.item(), line))
                .orElseThrow(() -> new ItemUnavailable(application.item() + " " + application.version()));
    }
}
