package org.openhall.catalogue.internal.acts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Told;
import org.openhall.catalogue.internal.CatalogueSettings;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.door.Changes;
import org.openhall.catalogue.internal.door.Changes.Outcome;
import org.openhall.catalogue.internal.store.ActivationTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the bundles of lines out that take nothing new and whose last case ended. What they were is kept. */
@Component(service = Drain.class, configurationPid = "org.openhall.catalogue")
public final class Drain {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final Operator HALL = Operator.way("hall");
    private static final int MOST_ITEMS = 500;

    private final Shelf shelf;
    private final Changes changes;
    private final Counting counting;
    private final Clock clock;
    private final Duration grace;

    @Activate
    public Drain(
            @Reference Shelf shelf,
            @Reference Changes changes,
            @Reference Counting counting,
            @Reference Clock clock,
            CatalogueSettings settings) {
        this.shelf = shelf;
        this.changes = changes;
        this.counting = counting;
        this.clock = clock;
        this.grace = Duration.ofHours(settings.grace_hours());
    }

    /** Looks at all items. */
    public void look() {
        Snapshot now = changes.sync();
        List<String> items = now.items().keySet().stream()
                .filter(item -> now.ofItem(item).stream().anyMatch(line -> idle(now, line)))
                .sorted()
                .toList();
        for (int from = 0; from < items.size(); from += MOST_ITEMS) {
            look(items.subList(from, Math.min(items.size(), from + MOST_ITEMS)));
        }
    }

    /** Looks at an item after an act, which stands whatever happens here. */
    void soon(String item) {
        try {
            look(List.of(item));
        } catch (RuntimeException e) {
            LOG.warn("Whether lines of {} are at their end is looked at later: {}", item, e.toString());
        }
    }

    private void look(List<String> items) {
        counting.on(items).ifPresent(counted -> {
            for (String item : items) {
                Predicate<Snapshot.Line> toChange =
                        line -> line.drained() == counted.on(item, line(line)).cases() > 0;
                Snapshot now = shelf.current();
                if (now.ofItem(item).stream().anyMatch(line -> idle(now, line) && toChange.test(line))) {
                    changes.inTurn(() -> changes.change(item, truth -> drained(truth, item)));
                }
            }
        });
    }

    /** Counts again, because a case may have been filed meanwhile. */
    private Outcome<Boolean> drained(Snapshot now, String item) {
        Optional<Counting.Counted> counted = counting.on(List.of(item));
        List<Snapshot.Line> lines = now.ofItem(item).stream()
                .filter(line -> counted.isPresent() && idle(now, line))
                .filter(line ->
                        line.drained() == counted.get().on(item, line(line)).cases() > 0)
                .toList();
        lines.forEach(line -> write(item, line));
        return lines.isEmpty() ? Outcome.unchanged(false) : Outcome.changed(true);
    }

    private void write(String item, Snapshot.Line line) {
        boolean over = !line.drained();
        ActivationTable.Row row = line.row().drained(over ? Optional.of(clock.instant()) : Optional.empty());
        changes.put(row);
        changes.record(
                Acting.act(
                        over ? Kind.DRAINED : Kind.RESTORED,
                        item,
                        row.version(),
                        Optional.empty(),
                        List.of(over ? Told.DRAINED.say(line(line)) : Told.NOT_DRAINED.say(line(line)))),
                HALL);
    }

    /** Whether a line takes nothing new. */
    private boolean idle(Snapshot now, Snapshot.Line line) {
        Instant at = clock.instant();
        String item = line.version().definition().item();
        if (now.composition().extended(item).isPresent()) {
            // it works for cases of another item as long as it is not retired
            return line.drained() || line.retired();
        }
        return line.drained() || !now.accepts(item, line(line), at, grace);
    }

    private static String line(Snapshot.Line line) {
        return line.row().version().line();
    }
}
