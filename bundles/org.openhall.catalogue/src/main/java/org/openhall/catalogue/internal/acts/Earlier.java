package org.openhall.catalogue.internal.acts;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.Version;
import org.openhall.api.storage.Transactions;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.store.ActTable;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** To which version a rollback goes. */
@Component(service = Earlier.class)
public final class Earlier {

    private final Transactions transactions;
    private final ActTable acts;

    @Activate
    public Earlier(@Reference Transactions transactions, @Reference Database database) {
        this.transactions = transactions;
        this.acts = new ActTable(database);
    }

    /** By item; what has nothing before it is left out. */
    Map<String, Version> of(Snapshot now, Collection<String> items) {
        return transactions.read(() -> {
            Map<String, Map<Version, Optional<Version>>> replaced = acts.replaced(items);
            Map<String, Version> tookLast = acts.tookLast(items);
            Map<String, Version> earlier = new HashMap<>();
            for (String item : items) {
                Optional<Version> taking =
                        now.active(item).map(line -> line.version().version());
                // going back twice goes back two steps, not there and back again
                Optional<Version> before = taking.isEmpty()
                        ? Optional.ofNullable(tookLast.get(item))
                        : replaced.getOrDefault(item, Map.of())
                                .getOrDefault(taking.get(), Optional.empty())
                                .or(() -> lineBelow(now, item, taking.get()));
                before.filter(version -> !taking.equals(Optional.of(version)))
                        .filter(version -> now.entered(item, version).isPresent())
                        .ifPresent(version -> earlier.put(item, version));
            }
            return earlier;
        });
    }

    /** For one item. */
    public Optional<Version> of(Snapshot now, String item) {
        return Optional.ofNullable(of(now, List.of(item)).get(item));
    }

    /** For versions that were activated before acts were recorded, or when nothing took filings. */
    private static Optional<Version> lineBelow(Snapshot now, String item, Version taking) {
        return now.ofItem(item).stream()
                .map(line -> line.version().version())
                .filter(version -> version.compareTo(taking) < 0)
                .findFirst();
    }
}
