package org.openhall.users.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.api.storage.Transactions;
import org.openhall.api.users.Directory;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Regions and departments in memory. What other nodes write is read again by change stamp, with an overlap for their clocks. */
@Component(service = {Directory.class, LiveDirectory.class})
public final class LiveDirectory implements Directory {

    private static final Logger LOG = LoggerFactory.getLogger(LiveDirectory.class);
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    /** What is known at one moment. */
    private record Snapshot(
            Map<String, Region> regions, Map<String, List<Region>> below, Map<String, Department> departments) {

        static final Snapshot EMPTY = new Snapshot(Map.of(), Map.of(), Map.of());

        Snapshot with(List<Region> newRegions, List<Department> newDepartments) {
            if (newRegions.stream().allMatch(this::knows)
                    && newDepartments.stream().allMatch(this::knows)) {
                return this;
            }
            var allRegions = new TreeMap<>(regions);
            newRegions.forEach(r -> allRegions.put(r.code(), r));
            var allDepartments = new TreeMap<>(departments);
            newDepartments.forEach(d -> allDepartments.put(d.code(), d));
            return new Snapshot(
                    allRegions,
                    allRegions.values().stream().collect(Collectors.groupingBy(Region::parent)),
                    allDepartments);
        }

        boolean knows(Region region) {
            return region.equals(regions.get(region.code()));
        }

        boolean knows(Department department) {
            return department.equals(departments.get(department.code()));
        }
    }

    private final Transactions transactions;
    private final DirectoryTable table;
    private final Clock clock;
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile boolean loaded;
    private Instant readUntil = Instant.EPOCH;

    @Activate
    public LiveDirectory(@Reference Transactions transactions, @Reference Database database, @Reference Clock clock) {
        this.transactions = transactions;
        this.table = new DirectoryTable(database);
        this.clock = clock;
        try {
            refresh();
        } catch (StorageUnavailable e) {
            LOG.warn("Regions and departments are read later: {}", e.getMessage());
        }
    }

    /** Reads what has changed. */
    synchronized void refresh() {
        Instant now = clock.instant();
        Instant since = loaded ? readUntil.minus(OVERLAP) : Instant.EPOCH;
        Snapshot seen =
                transactions.read(() -> snapshot.with(table.regionsSince(since), table.departmentsSince(since)));
        snapshot = seen;
        readUntil = now;
        loaded = true;
    }

    /** Whether it was read at all. */
    boolean loaded() {
        return loaded;
    }

    @Override
    public Optional<Region> region(String code) {
        return Optional.ofNullable(snapshot.regions().get(code));
    }

    @Override
    public List<Region> below(String parent) {
        return List.copyOf(snapshot.below().getOrDefault(parent, List.of()));
    }

    @Override
    public Optional<Department> department(String code) {
        return Optional.ofNullable(snapshot.departments().get(code));
    }

    @Override
    public Map<String, String> departmentNames() {
        return snapshot.departments().values().stream()
                .collect(Collectors.toUnmodifiableMap(Department::code, Department::name));
    }

    @Override
    public synchronized void put(List<Region> regions, List<Department> departments) {
        List<Region> newRegions = last(regions, Region::code);
        List<Department> newDepartments = last(departments, Department::code);
        transactions.run(() -> {
            Snapshot stored = store(newRegions, newDepartments);
            transactions.afterCommit(() -> snapshot = stored);
        });
    }

    /** What the table says decides, not the memory: another node may have written since. */
    private Snapshot store(List<Region> newRegions, List<Department> newDepartments) {
        Instant now = clock.instant();
        Snapshot stored = Snapshot.EMPTY.with(table.regionsSince(Instant.EPOCH), table.departmentsSince(Instant.EPOCH));
        table.insertRegions(
                newRegions.stream()
                        .filter(r -> !stored.regions().containsKey(r.code()))
                        .toList(),
                now);
        table.updateRegions(
                newRegions.stream()
                        .filter(r -> stored.regions().containsKey(r.code()) && !stored.knows(r))
                        .toList(),
                now);
        table.insertDepartments(
                newDepartments.stream()
                        .filter(d -> !stored.departments().containsKey(d.code()))
                        .toList(),
                now);
        table.updateDepartments(
                newDepartments.stream()
                        .filter(d -> stored.departments().containsKey(d.code()) && !stored.knows(d))
                        .toList(),
                now);
        return stored.with(newRegions, newDepartments);
    }

    /** One entry per code, by code. */
    private static <T> List<T> last(List<T> entries, Function<T, String> code) {
        return entries.stream()
                .collect(Collectors.toMap(code, Function.identity(), (first, second) -> second))
                .values()
                .stream()
                .sorted(Comparator.comparing(code))
                .toList();
    }
}
