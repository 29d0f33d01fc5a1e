package org.openhall.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemList;
import org.openhall.api.catalogue.ItemQuery;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Version;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.openhall.item.Review;

/** A catalogue of test items; rules and review steps say what the test wants. */
final class TestCatalogue implements Catalogue {

    private final Map<String, TestItem> items = new HashMap<>();
    private final Map<String, TestItem> shown = new HashMap<>();
    private final Map<String, List<ItemVersion>> versions = new HashMap<>();
    private final List<ItemVersion> entered = new ArrayList<>();
    private final Set<String> retired = new HashSet<>();
    final List<Application> checked = new ArrayList<>();
    volatile List<Finding> findings = List.of();
    volatile List<String> unchecked = List.of();
    volatile Runnable duringCheck = () -> {};
    volatile boolean acceptsOldLines = true;
    volatile Supplier<Optional<Review>> review = Optional::empty;
    volatile boolean away;
    /** Why the code of extensions is away. */
    volatile Optional<Absence> extensionAway = Optional.empty();

    volatile Function<Application, List<Finding>> trial = application -> List.of();
    volatile List<String> trialUnchecked = List.of();
    volatile Instant since = Instant.EPOCH;
    /** Where steps led that no version has any more. */
    final Map<String, List<String>> onward = new HashMap<>();

    void activate(TestItem item, String version) {
        items.put(item.code(), item);
        ItemVersion added = item.version(version);
        versions.computeIfAbsent(added.definition().item(), key -> new ArrayList<>())
                .add(added);
    }

    /** Shows a row as it was a moment ago. */
    void stillShows(TestItem item) {
        shown.put(item.code(), item);
    }

    /** Came through the door and serves nothing yet. */
    void enter(TestItem item, String version) {
        entered.add(item.version(version));
    }

    /** Points back: the version takes new filings again, later ones none. */
    void rollBack(String item, String version) {
        ItemVersion again = version(item, Version.parse(version)).orElseThrow();
        versions.get(item).remove(again);
        versions.get(item).add(again);
    }

    /** Takes nothing new; what is open goes on. */
    void retire(String item) {
        retired.add(item);
    }

    void deactivate(String item) {
        versions.remove(item);
    }

    @Override
    public Optional<Implementation> implementation(String code) {
        return Optional.ofNullable(shown.getOrDefault(code, items.get(code))).map(TestItem::implementation);
    }

    @Override
    public Map<String, Implementation> implementations(Set<String> codes) {
        return items.values().stream()
                .map(TestItem::implementation)
                .filter(row -> codes.contains(row.code()))
                .collect(Collectors.toMap(Implementation::code, row -> row));
    }

    @Override
    public Optional<ItemVersion> active(String item) {
        List<ItemVersion> all = retired.contains(item) ? List.of() : versions.getOrDefault(item, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    public Optional<ItemVersion> serving(String item, String line) {
        return versions.getOrDefault(item, List.of()).stream()
                .filter(version -> version.version().line().equals(line))
                .reduce((first, second) -> second);
    }

    @Override
    public Optional<List<String>> onward(String item, String line, String step) {
        return Optional.ofNullable(onward.get(step));
    }

    @Override
    public boolean accepts(String item, String line) {
        return !retired.contains(item)
                && (acceptsOldLines
                        || active(item).orElseThrow().version().line().equals(line));
    }

    @Override
    public Optional<Instant> acceptsUntil(String item, String line) {
        throw new UnsupportedOperationException("No test asks until when");
    }

    @Override
    public Optional<ItemVersion> former(Implementation row) {
        throw new UnsupportedOperationException("No test asks for a guide");
    }

    @Override
    public Optional<Absence> absence(String item, String line) {
        return away ? Optional.of(Absence.MISSING) : Optional.empty();
    }

    @Override
    public Optional<Absence> absence(String item, String line, String step) {
        return step.contains(".") ? extensionAway : absence(item, line);
    }

    @Override
    public Optional<Instant> servingSince(String item, String line) {
        return serving(item, line).map(any -> since);
    }

    @Override
    public Optional<Trial> trial(String item, Version version) {
        if (away) {
            throw new ItemUnavailable(item);
        }
        return version(item, version).map(OnTrial::new);
    }

    /** Answers as the test wants. */
    private final class OnTrial implements Trial {

        private final ItemVersion version;

        private OnTrial(ItemVersion version) {
            this.version = version;
        }

        @Override
        public ItemVersion version() {
            return version;
        }

        @Override
        public Checked check(Application application) {
            return new Checked(version.version(), trial.apply(application), trialUnchecked);
        }

        @Override
        public void close() {}
    }

    @Override
    public Checked check(Application application) {
        if (away) {
            throw new ItemUnavailable(application.item());
        }
        synchronized (checked) {
            checked.add(application);
        }
        duringCheck.run();
        return new Checked(Version.parse(application.version()), findings, unchecked);
    }

    @Override
    public Optional<Reviewed> review(Application application, String step) {
        if (away) {
            throw new ItemUnavailable(application.item());
        }
        return review.get().map(answer -> new Reviewed(Version.parse(application.version()), answer));
    }

    @Override
    public Optional<ItemVersion> version(String item, Version version) {
        return Stream.concat(versions.getOrDefault(item, List.of()).stream(), entered.stream())
                .filter(found -> found.definition().item().equals(item)
                        && found.version().equals(version))
                .findFirst();
    }

    @Override
    public List<Version> versions(String item) {
        return versions.getOrDefault(item, List.of()).stream()
                .map(ItemVersion::version)
                .toList();
    }

    @Override
    public ItemList search(ItemQuery query) {
        throw new UnsupportedOperationException("No test searches");
    }

    @Override
    public List<Implementation> suggest(String words, int limit) {
        return List.of();
    }

    @Override
    public List<ItemList.Facet> themes(int limit) {
        return List.of();
    }

    @Override
    public List<Implementation> popular(int limit) {
        return List.of();
    }

    @Override
    public void put(List<Implementation> rows) {
        throw new UnsupportedOperationException("No test imports");
    }
}
