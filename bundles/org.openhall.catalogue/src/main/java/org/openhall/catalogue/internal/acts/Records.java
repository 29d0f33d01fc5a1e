package org.openhall.catalogue.internal.acts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.paging.Page;
import org.openhall.api.storage.Transactions;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.store.ActTable;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads what was done about deployed items, for those who may see it. */
@Component(service = Records.class)
public final class Records {

    private static final int MOST = 100;

    /** How many acts one page looks at, so that somebody who may see few of many does not make it read them all. */
    private static final int MOST_READ = 1_000;

    private final Transactions transactions;
    private final ActTable acts;
    private final Shelf shelf;
    private final Overview overview;

    @Activate
    public Records(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Shelf shelf,
            @Reference Overview overview) {
        this.transactions = transactions;
        this.acts = new ActTable(database);
        this.shelf = shelf;
        this.overview = overview;
    }

    Page<Recorded> page(Optional<String> item, int limit, Optional<String> after, Operator by) {
        int most = Math.max(1, Math.min(MOST, limit));
        Snapshot now = shelf.current();
        Set<String> deployed = now.entered().keySet();
        Optional<Collection<String>> his = by.departments()
                .map(some -> new HashSet<>(
                        overview.his(now, deployed.stream().sorted().toList(), by, deployed.size())));
        List<Recorded> seen = new ArrayList<>();
        long last = after.map(Records::id).orElse(Long.MAX_VALUE);
        for (int read = 0; read < MOST_READ; read += most + 1) {
            long from = last;
            List<ActTable.Found> some = transactions.read(() -> acts.before(from, item, his, most + 1));
            for (ActTable.Found found : some) {
                if (seen.size() == most) {
                    return new Page<>(seen, Optional.of(String.valueOf(last)));
                }
                last = found.recorded().id();
                if (his.isEmpty() || sees(found, deployed, his.get(), by)) {
                    seen.add(found.recorded());
                }
            }
            if (some.size() <= most) {
                return new Page<>(seen, Optional.empty());
            }
        }
        return new Page<>(seen, Optional.of(String.valueOf(last)));
    }

    /** Acts on his items, and what he or those of his departments offered in vain. */
    private static boolean sees(ActTable.Found found, Set<String> deployed, Collection<String> his, Operator by) {
        String item = found.recorded().item();
        return his.contains(item) || !deployed.contains(item) && by.may(found.departments());
    }

    private static long id(String after) {
        if (!after.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("This is no place in the record");
        }
        return Long.parseLong(after);
    }
}
