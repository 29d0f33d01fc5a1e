package org.openhall.catalogue.internal.door;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.Door.Entered;
import org.openhall.api.catalogue.Door.Entry;
import org.openhall.api.catalogue.Door.Refused;
import org.openhall.api.catalogue.Door.Then;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.storage.Transactions;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.definition.Defects;
import org.openhall.catalogue.internal.definition.Sample;
import org.openhall.catalogue.internal.list.ImplementationList;
import org.openhall.catalogue.internal.running.ItemBundles;
import org.openhall.catalogue.internal.running.NotStarted;
import org.openhall.catalogue.internal.store.ActivationTable;
import org.openhall.catalogue.internal.store.BundleTable;
import org.openhall.catalogue.internal.store.VersionTable;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a version that was read and found sound into the hall, or leaves everything as it was. */
@Component(service = Deployment.class)
public final class Deployment {

    private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);
    private static final int LONGEST_NAME = 40;
    private static final Duration CUT_OFF = Duration.ofDays(1);

    private final Transactions transactions;
    private final BundleTable bytes;
    private final VersionTable versions;
    private final ActivationTable activations;
    private final Shelf shelf;
    private final ItemBundles bundles;
    private final ServiceCheck services;
    private final ImplementationList list;
    private final Clock clock;
    /** How many trials keep a bundle running, by its bytes. */
    private final Map<String, Integer> held = new HashMap<>();

    private boolean restored;

    @Activate
    public Deployment(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Shelf shelf,
            @Reference ItemBundles bundles,
            @Reference ServiceCheck services,
            @Reference ImplementationList list,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.bytes = new BundleTable(database);
        this.versions = new VersionTable(database);
        this.activations = new ActivationTable(database);
        this.shelf = shelf;
        this.bundles = bundles;
        this.services = services;
        this.list = list;
        this.clock = clock;
    }

    /**
     * On which terms a version is offered.
     *
     * @param then whether it serves at once
     * @param by who offers it
     */
    record Terms(Then then, Operator by) {

        /** As it stands with the version. */
        String name() {
            return by.name().substring(0, Math.min(by.name().length(), LONGEST_NAME));
        }
    }

    /**
     * A version that may come in.
     *
     * @param jar its bytes
     * @param version read from it
     * @param bundle symbolic name
     * @param definition raw, for the database
     * @param terms on which it is offered
     * @param lines where paths stand in {@code item.yaml}
     * @param samples to try its rules with
     */
    record Offer(
            Path jar,
            ItemVersion version,
            String bundle,
            String definition,
            Terms terms,
            Map<String, Integer> lines,
            List<Sample> samples) {

        VersionTable.Key key() {
            return new VersionTable.Key(version.definition().item(), version.version(), version.sha256());
        }
    }

    /** Serves what the database says: after a start, and when another node deployed something. */
    public synchronized void sync() {
        Snapshot before = shelf.current();
        Snapshot next = shelf.read();
        if (next.equals(before) && restored) {
            return;
        }
        if (!restored) {
            transactions.run(() -> bytes.deleteUnusedBefore(clock.instant().minus(CUT_OFF)));
            bundles.keepOnly(next.lines().stream()
                    .map(line -> ItemBundles.location(line.bundle(), line.version()))
                    .collect(Collectors.toSet()));
        }
        // after a change of settings the snapshot is older than the bundles' keeper, which knows of none yet
        Set<String> were = restored ? hashes(before) : Set.of();
        next.lines().stream()
                .filter(line -> !line.withdrawn())
                .filter(line -> !were.contains(line.version().sha256()))
                .forEach(line -> start(line.version(), line.bundle()));
        shelf.change(() -> shelf.show(next));
        Set<String> are = hashes(next);
        were.stream().filter(sha256 -> !are.contains(sha256)).forEach(this::stopUnneeded);
        restored = true;
    }

    /** The same bytes once more: nothing to do, but to bring its bundle back when it got lost. */
    synchronized Entry again(VersionTable.Key key) {
        Optional<Snapshot.Line> line = shelf.current()
                .line(key.item(), key.version().line())
                .filter(found -> found.version().sha256().equals(key.sha256()));
        line.ifPresent(found -> start(found.version(), found.bundle()));
        return new Entered(
                key.item(), key.version(), line.isPresent(), List.of("This version is in the hall already."));
    }

    /** Stores, installs, starts, checks again, activates. */
    synchronized Entry enter(Offer offer) {
        ItemVersion version = offer.version();
        List<String> report = new ArrayList<>();
        transactions.run(() -> bytes.store(version.sha256(), offer.jar(), clock.instant()));
        report.add("Read and stored " + version + " of " + offer.bundle() + ".");
        Defects defects = new Defects();
        try {
            bundles.start(offer.bundle(), version, () -> bytes(version.sha256()));
            services.check(version, offer.lines(), offer.samples(), defects);
        } catch (NotStarted e) {
            defects.add(JarFile.MANIFEST_NAME, 0, "The bundle does not start: " + e.getMessage());
        }
        if (!defects.none()) {
            bundles.discard(offer.bundle(), version);
            transactions.run(() -> bytes.deleteUnused(version.sha256()));
            return new Refused(defects.all());
        }
        report.add("Started; its services are there and its samples come out as they say.");
        try {
            return activate(offer, report);
        } catch (RuntimeException e) {
            bundles.discard(offer.bundle(), version);
            throw e;
        }
    }

    private Entry activate(Offer offer, List<String> report) {
        ItemVersion version = offer.version();
        VersionTable.Key key = offer.key();
        Instant now = clock.instant();
        Optional<Snapshot.Line> served =
                shelf.current().line(key.item(), key.version().line());
        boolean keep = offer.terms().then() == Then.KEEP;
        boolean newer = !keep
                && served.map(line -> line.version().version().compareTo(key.version()) < 0)
                        .orElse(true);
        Optional<Snapshot.Line> line = Optional.of(new Snapshot.Line(
                        version,
                        offer.bundle(),
                        served.map(Snapshot.Line::acceptsSince).orElse(now),
                        served.map(Snapshot.Line::retired).orElse(false),
                        served.map(Snapshot.Line::withdrawn).orElse(false)))
                .filter(made -> newer);
        shelf.change(() -> {
            Snapshot next = shelf.current().with(key, line);
            transactions.run(() -> {
                versions.insert(
                        new VersionTable.Row(key, offer.definition()),
                        now,
                        offer.terms().name());
                if (newer) {
                    activations.point(key.item(), key.version(), now);
                    list.link(key.item(), next, now);
                }
            });
            shelf.show(next);
        });
        if (newer) {
            served.ifPresent(old -> stopUnneeded(old.version().sha256()));
            report.add("Line " + key.version().line() + " is served by " + key.version() + ".");
        } else {
            stopUnneeded(key.sha256());
            report.add(
                    keep
                            ? "It is kept and serves nothing until it is activated."
                            : "Line " + key.version().line() + " stays with a newer version.");
        }
        shelf.current()
                .active(key.item())
                .ifPresent(active -> report.add("New filings go to " + active.version() + "."));
        return new Entered(key.item(), key.version(), newer, List.copyOf(report));
    }

    /** Has a version's bundle run until it is released, whether it serves or not. */
    synchronized void hold(Shelf.Built built) throws NotStarted {
        String sha256 = built.version().sha256();
        try {
            bundles.start(built.bundle(), built.version(), () -> bytes(sha256));
        } catch (NotStarted e) {
            if (!needed(sha256)) {
                bundles.discard(built.bundle(), built.version());
            }
            throw e;
        }
        held.merge(sha256, 1, Integer::sum);
    }

    /** Ends one {@link #hold}. */
    synchronized void release(String sha256) {
        held.computeIfPresent(sha256, (sha, times) -> times == 1 ? null : times - 1);
        stopUnneeded(sha256);
    }

    private void stopUnneeded(String sha256) {
        if (!needed(sha256)) {
            bundles.stopLater(sha256);
        }
    }

    private boolean needed(String sha256) {
        return held.containsKey(sha256) || hashes(shelf.current()).contains(sha256);
    }

    private void start(ItemVersion version, String bundle) {
        try {
            bundles.start(bundle, version, () -> bytes(version.sha256()));
        } catch (NotStarted e) {
            LOG.error("The bundle of {} does not start, its cases wait: {}", version, e.getMessage());
        }
    }

    private byte[] bytes(String sha256) {
        return transactions.read(() -> bytes.bytes(sha256));
    }

    private static Set<String> hashes(Snapshot snapshot) {
        return snapshot.lines().stream()
                .filter(line -> !line.withdrawn())
                .map(line -> line.version().sha256())
                .collect(Collectors.toSet());
    }
}
