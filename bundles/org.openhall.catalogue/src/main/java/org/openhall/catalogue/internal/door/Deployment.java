package org.openhall.catalogue.internal.door;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Door.Entered;
import org.openhall.api.catalogue.Door.Entry;
import org.openhall.api.catalogue.Door.Refused;
import org.openhall.api.catalogue.Door.Then;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Told;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Defect;
import org.openhall.api.storage.Transactions;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.definition.Sample;
import org.openhall.catalogue.internal.door.Changes.Outcome;
import org.openhall.catalogue.internal.store.ActTable.Act;
import org.openhall.catalogue.internal.store.BundleStore;
import org.openhall.catalogue.internal.store.BundleTable;
import org.openhall.catalogue.internal.store.ExtensionTable;
import org.openhall.catalogue.internal.store.VersionTable;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings a version that was read and found sound into the hall, or leaves everything as it was. */
@Component(service = Deployment.class)
public final class Deployment {

    private static final int LONGEST_NAME = 40;

    private final BundleTable bytes;
    private final BundleStore store;
    private final VersionTable versions;
    private final ExtensionTable extensions;
    private final Changes changes;
    private final BundleKeeper keeper;
    private final History history;
    private final Clock clock;

    @Activate
    public Deployment(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Shelf shelf,
            @Reference Changes changes,
            @Reference BundleKeeper keeper,
            @Reference Clock clock) {
        this.bytes = new BundleTable(database);
        this.store = new BundleStore(transactions, database, clock);
        this.versions = new VersionTable(database);
        this.extensions = new ExtensionTable(database);
        this.changes = changes;
        this.keeper = keeper;
        this.history = new History(shelf);
        this.clock = clock;
    }

    /**
     * On which terms a version is offered.
     *
     * @param then whether it serves at once
     * @param by who offers it
     */
    record Terms(Then then, Operator by) {}

    /**
     * A version that may come in.
     *
     * @param jar its bytes
     * @param built read from it
     * @param definition raw, for the database
     * @param terms on which it is offered
     * @param lines where paths stand in {@code item.yaml}
     * @param samples to try its rules with
     */
    record Offer(
            Path jar,
            Shelf.Built built,
            String definition,
            Terms terms,
            Map<String, Integer> lines,
            List<Sample> samples) {

        VersionTable.Key key() {
            ItemVersion version = built.version();
            return new VersionTable.Key(version.definition().item(), version.version(), version.sha256());
        }
    }

    /** Holds a version that is about to come in against what is in the hall. */
    List<Defect> check(Snapshot now, Shelf.Built built, Map<String, Integer> lines) {
        return history.check(now, built, lines);
    }

    /** The same bytes once more: nothing to do, but to bring its bundle back when it got lost. */
    Entry again(VersionTable.Key key, Operator by) {
        return changes.inTurn(() -> {
            Optional<Snapshot.Line> line = serving(changes.sync(), key);
            List<String> report = new ArrayList<>(List.of(Told.HERE.say()));
            if (line.isEmpty()) {
                report.add(Told.HERE_KEPT.say(key.item(), key.version()));
            } else if (line.get().withdrawn()) {
                report.add(Told.HERE_WITHDRAWN.say());
            } else if (line.get().drained()) {
                report.add(Told.HERE_DRAINED.say());
            } else if (!keeper.runs(line.get().version())) {
                report.addAll(bringBack(line.get(), by));
            }
            return new Entered(key.item(), key.version(), line.isPresent(), List.copyOf(report));
        });
    }

    private List<String> bringBack(Snapshot.Line line, Operator by) {
        List<Defect> wrong = keeper.bring(new Shelf.Built(line.version(), line.bundle()));
        if (!wrong.isEmpty()) {
            return wrong.stream().map(Defect::toString).toList();
        }
        List<String> report = List.of(Told.HERE_AGAIN.say());
        ItemVersion version = line.version();
        changes.recordOnly(
                new Act(
                        version.definition().item(),
                        Optional.of(version.version()),
                        Kind.RESTORED,
                        Optional.empty(),
                        report),
                by);
        return report;
    }

    /** Stores, installs, starts, checks again, activates. What takes long is done while others have their turn. */
    Entry enter(Offer offer) {
        String sha256 = offer.key().sha256();
        changes.inTurn(() -> keeper.reserve(sha256));
        Entry entry;
        try {
            store.store(sha256, offer.jar());
            List<Defect> wrong = keeper.bring(offer.built(), offer.lines(), offer.samples());
            entry = wrong.isEmpty()
                    ? changes.inTurn(() -> changes.change(offer.key().item(), now -> entered(offer, now)))
                    : new Refused(wrong);
        } finally {
            boolean needed = changes.inTurn(() -> keeper.giveBack(sha256));
            if (!needed) {
                keeper.discard(offer.built());
            }
        }
        if (entry instanceof Refused) {
            store.discard(sha256);
        }
        return entry;
    }

    private Outcome<Entry> entered(Offer offer, Snapshot now) {
        VersionTable.Key key = offer.key();
        if (now.entered(key.item(), key.version()).filter(key::equals).isPresent()) {
            return Outcome.unchanged(new Entered(
                    key.item(), key.version(), serving(now, key).isPresent(), List.of(Told.HERE_MEANWHILE.say())));
        }
        List<Defect> defects = history.check(now, offer.built(), offer.lines());
        if (!defects.isEmpty()) {
            return Outcome.unchanged(new Refused(defects));
        }
        if (!bytes.hold(key.sha256())) {
            throw new IllegalStateException("The bytes of " + offer.built().version() + " were taken out meanwhile");
        }
        Operator by = offer.terms().by();
        Instant at = clock.instant();
        versions.insert(
                new VersionTable.Row(key, offer.definition()),
                at,
                by.name().substring(0, Math.min(by.name().length(), LONGEST_NAME)));
        offer.built().extension().ifPresent(extension -> extensions.insert(key, extension.item()));
        Pointing pointing = new Pointing(now, key.item(), at);
        boolean newer = now.line(key.item(), key.version().line())
                .map(line -> line.version().version().compareTo(key.version()) < 0)
                .orElse(true);
        boolean serves = newer && offer.terms().then() == Then.ACTIVATE;
        List<String> came = came(offer, serves);
        changes.record(new Act(key.item(), Optional.of(key.version()), Kind.ENTERED, Optional.empty(), came), by);
        List<String> activated = serves ? activated(pointing, offer, by) : List.of();
        List<String> report = Stream.concat(came.stream(), activated.stream()).toList();
        return Outcome.changed(new Entered(key.item(), key.version(), serves, report));
    }

    private List<String> activated(Pointing pointing, Offer offer, Operator by) {
        Version version = offer.key().version();
        pointing.activate(version, false).forEach(changes::put);
        List<String> report =
                new ArrayList<>(offer.built().extension().isPresent() ? List.of() : pointing.report(version));
        report.addAll(changes.extending(pointing.item()));
        changes.record(
                new Act(pointing.item(), Optional.of(version), Kind.ACTIVATED, pointing.before(version), report), by);
        return report;
    }

    private static List<String> came(Offer offer, boolean serves) {
        List<String> report = new ArrayList<>();
        report.add(Told.READ.say(
                offer.key().item(), offer.key().version(), offer.built().bundle()));
        report.add(Told.STARTED.say());
        if (offer.terms().then() == Then.KEEP) {
            report.add(Told.KEPT.say());
        } else if (!serves) {
            report.add(Told.STAYS.say(offer.key().version().line()));
        }
        return List.copyOf(report);
    }

    private static Optional<Snapshot.Line> serving(Snapshot now, VersionTable.Key key) {
        return now.line(key.item(), key.version().line())
                .filter(line -> line.version().sha256().equals(key.sha256()));
    }
}
