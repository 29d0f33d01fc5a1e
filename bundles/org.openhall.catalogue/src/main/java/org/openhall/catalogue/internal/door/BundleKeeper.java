package org.openhall.catalogue.internal.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.forms.Defect;
import org.openhall.api.storage.Transactions;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.definition.Defects;
import org.openhall.catalogue.internal.definition.Sample;
import org.openhall.catalogue.internal.running.ItemBundles;
import org.openhall.catalogue.internal.running.NotStarted;
import org.openhall.catalogue.internal.store.BundleStore;
import org.openhall.catalogue.internal.store.BundleTable;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the bundles run that are needed, and no others. Used in turn only: see {@link Changes#inTurn}. */
@Component(service = BundleKeeper.class)
public final class BundleKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(BundleKeeper.class);
    private static final Duration CUT_OFF = Duration.ofDays(1);

    private final Transactions transactions;
    private final BundleTable table;
    private final BundleStore store;
    private final ItemBundles bundles;
    private final ServiceCheck services;
    private final Clock clock;

    /** How many trials and offers keep a bundle running, by its bytes. */
    private final Map<String, Integer> held = new HashMap<>();

    /** What the lines need and could not be started. */
    private final Failed failed = new Failed();

    /** What the lines need, by its bytes; empty before the first look at the database. */
    private Set<String> wanted = Set.of();

    @Activate
    public BundleKeeper(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference ItemBundles bundles,
            @Reference ServiceCheck services,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.table = new BundleTable(database);
        this.store = new BundleStore(transactions, database, clock);
        this.bundles = bundles;
        this.services = services;
        this.clock = clock;
    }

    /** Begins with what a framework may have in its cache. */
    void clean(Snapshot next) {
        transactions.run(() -> table.deleteUnusedBefore(clock.instant().minus(CUT_OFF)));
        bundles.keepOnly(next.lines().stream()
                .filter(Snapshot.Line::runs)
                .map(line -> ItemBundles.location(line.bundle(), line.version()))
                .collect(Collectors.toSet()));
    }

    /** Starts what a new snapshot needs; before it is shown, so that nobody waits for it. */
    void prepare(Snapshot next) {
        next.lines().stream()
                .filter(Snapshot.Line::runs)
                .filter(line -> !wanted.contains(line.version().sha256()))
                .forEach(line -> start(line.version(), line.bundle()));
    }

    /** Stops what a new snapshot no longer needs; after it is shown, so that nobody begins in it any more. */
    void settle(Snapshot now) {
        Set<String> before = wanted;
        wanted = now.lines().stream()
                .filter(Snapshot.Line::runs)
                .map(line -> line.version().sha256())
                .collect(Collectors.toSet());
        failed.keepOnly(wanted);
        before.forEach(this::stopUnneeded);
    }

    /** Tries once more to start what could not be started when it began to serve. What was stopped by hand is not among it. */
    void retry(Snapshot now) {
        Set<String> due = failed.due(clock.instant());
        now.lines().stream()
                .filter(Snapshot.Line::runs)
                .filter(line -> due.contains(line.version().sha256()))
                .forEach(line -> start(line.version(), line.bundle()));
    }

    /** Starts a version's bundle and looks whether its services are there; what is wrong. */
    public List<Defect> bring(Shelf.Built built) {
        return bring(built, Map.of(), List.of());
    }

    /** Likewise, and tries its rules. Takes its time and needs no turn. */
    List<Defect> bring(Shelf.Built built, Map<String, Integer> lines, List<Sample> samples) {
        Defects defects = new Defects();
        ItemVersion version = built.version();
        try {
            bundles.start(built.bundle(), version, () -> store.bytes(version.sha256()));
            failed.worked(version.sha256());
            services.check(version, lines, samples, defects);
        } catch (NotStarted e) {
            defects.add(
                    JarFile.MANIFEST_NAME,
                    0,
                    "The bundle does not start: " + e.getMessage(),
                    "程序包不能启动：" + e.getMessage());
        }
        return defects.all();
    }

    /** Whether the bundle of a version runs here. */
    public boolean runs(ItemVersion version) {
        return bundles.runs(version);
    }

    /** Takes a bundle out that was brought for nothing. */
    public void drop(Shelf.Built built) {
        if (!needed(built.version().sha256())) {
            bundles.discard(built.bundle(), built.version());
        }
    }

    /** Takes a bundle out that was given back. Waits until nothing runs in it, and needs no turn: who starts it first keeps it. */
    void discard(Shelf.Built built) {
        bundles.takeOut(built.bundle(), built.version());
    }

    /** Has a version's bundle left running until it is given back, whether a line needs it or not; true when it is needed already. */
    boolean reserve(String sha256) {
        boolean needed = needed(sha256);
        held.merge(sha256, 1, Integer::sum);
        return needed;
    }

    /** Ends one {@link #reserve}; false when the bundle is not needed any more and is shut. */
    boolean giveBack(String sha256) {
        held.computeIfPresent(sha256, (sha, times) -> times == 1 ? null : times - 1);
        boolean needed = needed(sha256);
        if (!needed) {
            // here, and not when it is taken out: somebody else may have started it by then
            bundles.shut(sha256);
        }
        return needed;
    }

    /** Likewise, and has it stopped then, without making the caller wait. */
    boolean release(String sha256) {
        boolean needed = giveBack(sha256);
        if (!needed) {
            bundles.stopLater(sha256);
        }
        return needed;
    }

    private void stopUnneeded(String sha256) {
        if (!needed(sha256)) {
            bundles.stopLater(sha256);
        }
    }

    private boolean needed(String sha256) {
        return held.containsKey(sha256) || wanted.contains(sha256);
    }

    private void start(ItemVersion version, String bundle) {
        try {
            bundles.start(bundle, version, () -> store.bytes(version.sha256()));
            failed.worked(version.sha256());
        } catch (NotStarted e) {
            Instant next = failed.failed(version.sha256(), clock.instant());
            LOG.error("The bundle of {} does not start, its cases wait until {}: {}", version, next, e.getMessage());
        } catch (RuntimeException e) {
            // what is served is settled already, so the bundle is all that can be made up for
            Instant next = failed.failed(version.sha256(), clock.instant());
            LOG.error("The bundle of {} could not be started, its cases wait until {}", version, next, e);
        }
    }
}
