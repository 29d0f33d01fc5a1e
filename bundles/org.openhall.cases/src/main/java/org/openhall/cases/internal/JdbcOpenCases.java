package org.openhall.cases.internal;

import java.util.Map;
import java.util.Set;
import org.openhall.api.cases.OpenCases;
import org.openhall.api.storage.Transactions;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts for the catalogue, which everything else in this bundle waits for; so this needs the database and nothing else. */
@Component
public final class JdbcOpenCases implements OpenCases {

    private static final int MOST = 500;

    private final Transactions transactions;
    private final OpenTable open;

    @Activate
    public JdbcOpenCases(@Reference Transactions transactions, @Reference Database database) {
        this.transactions = transactions;
        this.open = new OpenTable(database);
    }

    @Override
    public Map<String, Map<String, Open>> on(Set<String> items) {
        if (items.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " items at once");
        }
        return items.isEmpty() ? Map.of() : transactions.read(() -> open.on(items));
    }
}
