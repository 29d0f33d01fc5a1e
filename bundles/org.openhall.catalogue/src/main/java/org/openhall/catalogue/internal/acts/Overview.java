package org.openhall.catalogue.internal.acts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openhall.api.cases.OpenCases;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployed.Arrived;
import org.openhall.api.catalogue.Deployed.Health;
import org.openhall.api.catalogue.Deployed.Line;
import org.openhall.api.catalogue.Deployed.State;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.paging.Page;
import org.openhall.api.storage.Transactions;
import org.openhall.catalogue.internal.CatalogueSettings;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.running.ItemBundles;
import org.openhall.catalogue.internal.running.ItemCalls;
import org.openhall.catalogue.internal.store.PlanTable;
import org.openhall.catalogue.internal.store.VersionTable;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts together what administrators see of the deployed items: one query of a kind for a page, none for an item. */
@Component(service = Overview.class, configurationPid = "org.openhall.catalogue")
public final class Overview {

    private static final int MOST = 100;

    private final Transactions transactions;
    private final VersionTable versions;
    private final PlanTable plans;
    private final Shelf shelf;
    private final Faces faces;
    private final Rights rights;
    private final Earlier earlier;
    private final Counting counting;
    private final ItemBundles bundles;
    private final Clock clock;
    private final Duration grace;
    private final int limit;

    @Activate
    public Overview(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Shelf shelf,
            @Reference Rights rights,
            @Reference Earlier earlier,
            @Reference Counting counting,
            @Reference ItemBundles bundles,
            @Reference Clock clock,
            CatalogueSettings settings) {
        this.transactions = transactions;
        this.versions = new VersionTable(database);
        this.plans = new PlanTable(database);
        this.shelf = shelf;
        this.faces = new Faces(shelf);
        this.rights = rights;
        this.earlier = earlier;
        this.counting = counting;
        this.bundles = bundles;
        this.clock = clock;
        this.grace = Duration.ofHours(settings.grace_hours());
        this.limit = settings.breaker();
    }

    Page<Deployed> items(int limit, Optional<String> after, Operator by) {
        Snapshot now = shelf.current();
        int most = Math.max(1, Math.min(MOST, limit));
        List<String> keys = now.entered().keySet().stream()
                .filter(key -> after.isEmpty() || key.compareTo(after.get()) > 0)
                .sorted()
                .toList();
        List<String> his = his(now, keys, by, most + 1);
        List<String> shown = his.subList(0, Math.min(most, his.size()));
        Optional<String> next = his.size() > most ? Optional.of(shown.get(most - 1)) : Optional.empty();
        return new Page<>(deployed(now, shown), next);
    }

    boolean may(String item, Operator by) {
        Snapshot now = shelf.current();
        return now.entered().containsKey(item) && rights.may(by, now, item);
    }

    Duration grace() {
        return grace;
    }

    Optional<Deployed> item(String item, Operator by) {
        Snapshot now = shelf.current();
        return may(item, by) ? deployed(now, List.of(item)).stream().findFirst() : Optional.empty();
    }

    /** The first of these items that are an operator's. */
    List<String> his(Snapshot now, List<String> keys, Operator by, int most) {
        if (by.departments().isEmpty()) {
            return keys.subList(0, Math.min(most, keys.size()));
        }
        List<String> his = new ArrayList<>();
        for (int from = 0; from < keys.size() && his.size() < most; from += MOST) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + MOST));
            Map<String, Set<String>> departments = rights.departments(now, some);
            some.stream().filter(key -> by.may(departments.get(key))).forEach(his::add);
        }
        return his.subList(0, Math.min(most, his.size()));
    }

    private List<Deployed> deployed(Snapshot now, List<String> items) {
        Map<String, Set<String>> departments = rights.departments(now, items);
        Map<String, List<Shelf.Built>> speak = faces.of(now, items);
        Map<String, Version> before = earlier.of(now, items);
        Optional<Counting.Counted> counted = counting.on(items);
        return transactions.read(() -> {
            Map<String, List<Arrived>> arrived = versions.arrived(items);
            Map<String, PlanTable.Row> planned =
                    plans.of(items).stream().collect(Collectors.toMap(PlanTable.Row::item, Function.identity()));
            List<Deployed> deployed = new ArrayList<>();
            for (String item : items) {
                Optional<Shelf.Built> face =
                        speak.getOrDefault(item, List.of()).stream().findFirst();
                deployed.add(new Deployed(
                        item,
                        face.map(built -> names(built.version())).orElse(Map.of()),
                        face.map(Shelf.Built::bundle).orElse(""),
                        departments.get(item),
                        now.active(item).map(line -> line.version().version()),
                        Optional.ofNullable(before.get(item)),
                        lines(now, item, arrived.getOrDefault(item, List.of()), counted),
                        Optional.ofNullable(planned.get(item)).map(PlanTable.Row::plan)));
            }
            return deployed;
        });
    }

    private List<Line> lines(
            Snapshot now, String item, Collection<Arrived> arrived, Optional<Counting.Counted> counted) {
        Map<String, List<Arrived>> byLine = arrived.stream()
                .collect(Collectors.groupingBy(version -> version.version().line()));
        return byLine.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, List<Arrived>> entry) ->
                                entry.getValue().get(0).version(),
                        Comparator.reverseOrder()))
                .map(entry -> line(now, item, entry.getKey(), entry.getValue(), counted))
                .toList();
    }

    private Line line(
            Snapshot now, String item, String line, List<Arrived> arrived, Optional<Counting.Counted> counted) {
        Optional<Snapshot.Line> found = now.line(item, line);
        OpenCases.Open open = counted.map(counts -> counts.on(item, line)).orElse(new OpenCases.Open(0, 0));
        State state = found.map(known -> state(now, item, known)).orElse(State.WAITING);
        return new Line(
                line,
                found.map(known -> known.version().version()),
                state,
                found.map(known -> known.row().activatedAt()),
                now.acceptsUntil(item, line, grace).filter(until -> state == State.ACCEPTING),
                open.cases(),
                open.drafts(),
                found.map(this::health)
                        .orElse(new Health(Optional.empty(), false, 0, 0, limit, false, 0, Optional.empty())),
                arrived);
    }

    private State state(Snapshot now, String item, Snapshot.Line line) {
        if (line.drained()) {
            return State.DRAINED;
        }
        if (now.composition().extended(item).isPresent()) {
            return line.retired() ? State.DRAINING : State.TAKING;
        }
        if (now.active(item).filter(line::equals).isPresent()) {
            return State.TAKING;
        }
        Instant at = clock.instant();
        return now.accepts(item, line.row().version().line(), at, grace) ? State.ACCEPTING : State.DRAINING;
    }

    private Health health(Snapshot.Line line) {
        ItemVersion version = line.version();
        boolean code = !ItemCalls.needed(version).isEmpty();
        Optional<Catalogue.Absence> absence = (line.withdrawn()
                        ? Optional.of(Catalogue.Absence.WITHDRAWN)
                        : bundles.absence(version))
                .filter(why -> code);
        return bundles.health(version)
                .map(now -> new Health(
                        absence,
                        code,
                        now.failures(),
                        now.lost(),
                        now.limit(),
                        now.open(),
                        now.threads(),
                        now.lastFailure()))
                .orElse(new Health(absence, code, 0, 0, limit, false, 0, Optional.empty()));
    }

    private static Map<String, String> names(ItemVersion version) {
        return version.texts().keySet().stream()
                .collect(Collectors.toMap(Function.identity(), language -> version.text(language, "name")));
    }
}
