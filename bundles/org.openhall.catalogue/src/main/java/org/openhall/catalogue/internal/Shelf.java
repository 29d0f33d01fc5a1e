package org.openhall.catalogue.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Defect;
import org.openhall.api.forms.Forms;
import org.openhall.api.json.Json;
import org.openhall.api.storage.Transactions;
import org.openhall.catalogue.internal.definition.Extension;
import org.openhall.catalogue.internal.definition.ExtensionReader;
import org.openhall.catalogue.internal.definition.ItemFiles;
import org.openhall.catalogue.internal.definition.VersionReader;
import org.openhall.catalogue.internal.store.ActivationTable;
import org.openhall.catalogue.internal.store.ExtensionTable;
import org.openhall.catalogue.internal.store.VersionTable;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the snapshot of what is served and rebuilds versions from the database, never from a bundle. */
@Component(service = Shelf.class)
public final class Shelf {

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    /** Old versions that history asks for; small, because history is looked at rarely. */
    private static final int KEPT = 64;

    private final Transactions transactions;
    private final VersionTable versions;
    private final ActivationTable activations;
    private final ExtensionTable extensions;
    private final VersionReader reader;
    private final Json json;
    private final ReentrantLock changing = new ReentrantLock();
    private final AtomicReference<Snapshot> snapshot = new AtomicReference<>(Snapshot.EMPTY);

    private final Map<String, Optional<Built>> history = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Built>> eldest) {
            return size() > KEPT;
        }
    };

    /** The same with extensions. */
    private final Map<String, Composed> recomposed = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Composed> eldest) {
            return size() > KEPT;
        }
    };

    private Composition recomposedWith = Composition.NONE;

    /** By its bytes, what entered and can no longer be read: its words do not change, so it is read and told once. */
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    /**
     * A version rebuilt.
     *
     * @param version as it entered
     * @param bundle symbolic name of its bundle
     * @param extension what it is when it is no item
     */
    public record Built(ItemVersion version, String bundle, Optional<Extension> extension) {

        /** An item. */
        public Built(ItemVersion version, String bundle) {
            this(version, bundle, Optional.empty());
        }
    }

    @Activate
    public Shelf(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Forms forms,
            @Reference Json json) {
        this.transactions = transactions;
        this.versions = new VersionTable(database);
        this.activations = new ActivationTable(database);
        this.extensions = new ExtensionTable(database);
        this.reader = new VersionReader(forms);
        this.json = json;
    }

    /** What is served now. */
    public Snapshot current() {
        return snapshot.get();
    }

    /** What the database says is served; not yet shown to anybody. */
    public Snapshot read() {
        Snapshot now = current();
        Stored stored = transactions.read(() -> stored(now));
        List<VersionTable.Key> keys = stored.keys();
        List<ActivationTable.Row> rows = stored.rows();
        List<VersionTable.Row> missing = stored.missing();
        Map<String, Built> built = new LinkedHashMap<>();
        missing.forEach(row ->
                build(row).ifPresent(version -> built.put(version.version().toString(), version)));
        List<Snapshot.Line> lines = new ArrayList<>();
        for (ActivationTable.Row row : rows) {
            Optional.ofNullable(built.get(row.item() + " " + row.version()))
                    .or(() -> served(now, row))
                    .ifPresent(found -> lines.add(new Snapshot.Line(found.version(), found.bundle(), row)));
        }
        List<Extension> ever = new ArrayList<>();
        for (VersionTable.Key key : stored.extensions()) {
            known(now, key)
                    .or(() -> Optional.ofNullable(built.get(key.item() + " " + key.version()))
                            .flatMap(Built::extension))
                    .ifPresent(ever::add);
        }
        return Snapshot.of(lines, keys, ever);
    }

    private Stored stored(Snapshot now) {
        List<VersionTable.Key> keys = versions.keys();
        List<ActivationTable.Row> rows = activations.all();
        Set<String> unknown = rows.stream()
                .filter(row -> served(now, row).isEmpty())
                .map(row -> row.item() + " " + row.version())
                .collect(Collectors.toSet());
        List<VersionTable.Key> extending = extensions.all();
        // their words stay for the history of cases, served or not
        extending.stream()
                .filter(key -> known(now, key).isEmpty())
                .forEach(key -> unknown.add(key.item() + " " + key.version()));
        List<VersionTable.Key> wanted = keys.stream()
                .filter(key -> unknown.contains(key.item() + " " + key.version()))
                .filter(key -> !unreadable.contains(key.sha256()))
                .toList();
        return new Stored(keys, rows, versions.rows(wanted), extending);
    }

    private record Stored(
            List<VersionTable.Key> keys,
            List<ActivationTable.Row> rows,
            List<VersionTable.Row> missing,
            List<VersionTable.Key> extensions) {}

    private static Optional<Extension> known(Snapshot now, VersionTable.Key key) {
        return now.composition().version(key.sha256());
    }

    /** Does something during which nobody else changes what is served. */
    public <T> T change(Supplier<T> work) {
        changing.lock();
        try {
            return work.get();
        } finally {
            changing.unlock();
        }
    }

    /** Shows a snapshot to everybody. */
    public void show(Snapshot next) {
        snapshot.set(next);
    }

    /** A version that once came, whether it is served or not. */
    public Optional<Built> version(String item, Version version) {
        Snapshot now = current();
        Optional<Built> served = now.line(item, version.line())
                .filter(line -> line.version().version().equals(version))
                .map(line -> built(now, line));
        if (served.isPresent() || now.entered(item, version).isEmpty()) {
            return served;
        }
        String key = item + " " + version;
        synchronized (history) {
            if (!history.containsKey(key)) {
                history.put(
                        key,
                        transactions.read(() -> versions.find(item, version)).flatMap(this::build));
            }
            return history.get(key);
        }
    }

    /** Versions rebuilt in one go, for those who look at many; what cannot be read is left out. */
    public List<Built> rebuilt(List<VersionTable.Key> keys) {
        return transactions.read(() -> versions.rows(keys)).stream()
                .flatMap(row -> build(row).stream())
                .toList();
    }

    /** A version that once came with what extends it now; empty for extensions. */
    public Optional<Composed> composed(String item, Version version) {
        Snapshot now = current();
        Optional<Composed> served = now.composed(item, version.line())
                .filter(found -> found.base().version().equals(version));
        if (served.isPresent() || now.composition().extended(item).isPresent()) {
            return served;
        }
        return version(item, version).map(built -> composed(now.composition(), built.version()));
    }

    private Composed composed(Composition composition, ItemVersion version) {
        synchronized (history) {
            if (!composition.equals(recomposedWith)) {
                recomposed.clear();
                recomposedWith = composition;
            }
            return recomposed.computeIfAbsent(version.sha256(), sha256 -> composition.on(version));
        }
    }

    private static Optional<Built> served(Snapshot now, ActivationTable.Row row) {
        return now.line(row.item(), row.version().line())
                .filter(line -> line.version().version().equals(row.version()))
                .map(line -> built(now, line));
    }

    /** What serves a line, as it entered. */
    public static Built built(Snapshot now, Snapshot.Line line) {
        return new Built(
                line.version(),
                line.bundle(),
                now.composition().version(line.version().sha256()));
    }

    private Optional<Built> build(VersionTable.Row row) {
        VersionTable.Key key = row.key();
        if (unreadable.contains(key.sha256())) {
            return Optional.empty();
        }
        ItemFiles files = ItemFiles.of(json, row.definition());
        if (files.extend()) {
            ExtensionReader.Reading reading = ExtensionReader.stored(files, key.sha256());
            lost(key, reading.extension().isPresent(), reading.defects());
            return reading.extension()
                    .map(extension -> new Built(extension.version(), files.bundle(), Optional.of(extension)));
        }
        VersionReader.Reading reading = reader.stored(files, key.sha256());
        lost(key, reading.version().isPresent(), reading.defects());
        return reading.version().map(version -> new Built(version, files.bundle()));
    }

    private void lost(VersionTable.Key key, boolean there, List<Defect> defects) {
        if (!there && unreadable.add(key.sha256())) {
            LOG.error(
                    "{} {} entered this hall once and can no longer be read; its cases wait. {}",
                    key.item(),
                    key.version(),
                    defects);
        }
    }
}
