package org.openhall.storage.internal.outbox;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.openhall.api.storage.OutboxConsumer;
import org.openhall.api.storage.Transactions;
import org.openhall.storage.Database;
import org.openhall.storage.internal.NodeName;
import org.openhall.storage.internal.OpenDatabase;
import org.openhall.storage.internal.StorageSettings;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** One worker per registered consumer, for as long as it is registered. */
@Component(
        service = OutboxWorkers.class,
        immediate = true,
        configurationPid = "org.openhall.storage",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class OutboxWorkers {

    private final Transactions transactions;
    private final Database database;
    private final OpenDatabase open;
    private final Clock clock;
    private final Bell bell;
    private final String holder;
    private final int tries;
    private final Map<OutboxConsumer, OutboxWorker> workers = new ConcurrentHashMap<>();

    @Activate
    public OutboxWorkers(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference OpenDatabase open,
            @Reference Clock clock,
            @Reference Bell bell,
            BundleContext context,
            StorageSettings settings) {
        this.transactions = transactions;
        this.database = database;
        this.open = open;
        this.clock = clock;
        this.bell = bell;
        this.holder = NodeName.of(settings, context.getProperty("openhall.home"));
        this.tries = settings.outbox_tries();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(OutboxConsumer consumer) {
        var courier = new Courier(transactions, database, open, clock, consumer, holder, tries);
        workers.put(consumer, new OutboxWorker(consumer.name(), courier, bell));
    }

    /** The names of the consumers that are registered. */
    Set<String> consumers() {
        return workers.keySet().stream().map(OutboxConsumer::name).collect(Collectors.toCollection(TreeSet::new));
    }

    void remove(OutboxConsumer consumer) {
        workers.remove(consumer).close();
    }

    @Deactivate
    void close() {
        workers.values().forEach(OutboxWorker::close);
    }
}
