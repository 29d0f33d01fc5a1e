package org.openhall.materials.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.materials.Materials;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.metrics.Measure;
import org.openhall.api.metrics.Measured;
import org.openhall.api.metrics.Tally;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.api.storage.Transactions;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files under one directory, rows in the database; the row is written last. */
@Component
public final class FileMaterials implements Materials, Measured {

    private static final Logger LOG = LoggerFactory.getLogger(FileMaterials.class);
    private static final int MOST_CASES = 500;

    private final Transactions transactions;
    private final MaterialTable table;
    private final DraftGateTable gates;
    private final MaterialsDirectory directory;
    private final ByteStore store;
    private final long reserve;
    private final Clock clock;
    private final Tally files = new Tally("hall_uploads", "Files that were taken in.");
    private final Tally bytes = new Tally("hall_uploads_bytes", "Bytes of the files that were taken in.");

    /**
     * Makes one.
     *
     * @param transactions of the hall
     * @param database of the hall
     * @param directory where the bytes lie
     * @param clock of the hall
     */
    @Activate
    public FileMaterials(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference MaterialsDirectory directory,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.table = new MaterialTable(database);
        this.gates = new DraftGateTable(database);
        this.directory = directory;
        this.store = directory.store();
        this.reserve = directory.reserve();
        this.clock = clock;
    }

    @Override
    public Upload add(long draft, MaterialSpec spec, String fileName, InputStream content) {
        // Before a byte is read; the row decides again. Whether there are too many is not known yet: the bytes may be
        // there already.
        if (transactions.glance(() -> gates.closed(draft))) {
            return filed();
        }
        try {
            return store.free() < reserve ? full() : receive(draft, spec, fileName, content);
        } catch (IOException failed) {
            if (DiskFull.meant(failed)) {
                return full();
            }
            directory.probe();
            throw new StorageUnavailable("The files cannot be written", failed);
        }
    }

    private Upload receive(long draft, MaterialSpec spec, String fileName, InputStream content) throws IOException {
        try (Incoming incoming = Incoming.in(store)) {
            if (!incoming.take(content, spec.maxBytes())) {
                return new Refused("too-large", List.of(Sizes.inWords(spec.maxBytes())));
            }
            if (incoming.size() == 0) {
                return new Refused("empty", List.of());
            }
            Optional<FileType> type = Signatures.typeOf(incoming.file()).flatMap(found -> found.among(spec.accepts()));
            if (type.isEmpty()) {
                return new Refused("type", List.of(String.join(", ", spec.accepts())));
            }
            String sha256 = incoming.sha256();
            Optional<Upload> known = known(draft, spec, sha256);
            if (known.isPresent()) {
                return known.get();
            }
            String name =
                    FileNames.clean(fileName, spec.code() + "." + type.get().extension());
            store.enters(sha256);
            try {
                store.keep(incoming.file(), sha256);
                Upload upload = row(draft, spec, name, type.get(), incoming.size(), sha256);
                if (upload instanceof Stored) {
                    files.count();
                    bytes.count(incoming.size());
                }
                return upload;
            } finally {
                store.entered(sha256);
            }
        }
    }

    @Override
    public List<Measure> measures() {
        Measure files = this.files.measure();
        Measure bytes = this.bytes.measure();
        try {
            return List.of(
                    files,
                    bytes,
                    Measure.Level.of("hall_materials_free_bytes", "Free on the disk of the files.", store.free()));
        } catch (IOException e) {
            LOG.warn("How much is free on the disk of the files is unknown", e);
            return List.of(files, bytes);
        }
    }

    /** What is already clear before the bytes are kept: that they are there, or that there is no place for them. The row decides again. */
    private Optional<Upload> known(long draft, MaterialSpec spec, String sha256) {
        return transactions.read(() -> {
            if (gates.closed(draft)) {
                return Optional.of(filed());
            }
            Optional<Upload> before = table.same(draft, spec.code(), sha256).map(Stored::new);
            return before.isEmpty()
                            && table.freeSlot(draft, spec.code(), spec.maxFiles())
                                    .isEmpty()
                    ? Optional.of(tooMany(spec))
                    : before;
        });
    }

    private Upload row(long draft, MaterialSpec spec, String name, FileType type, long size, String sha256) {
        Instant now = clock.instant();
        return transactions.run(() -> {
            // From here on neither another upload nor the filing of this draft comes between.
            if (!gates.lockOpen(draft)) {
                return filed();
            }
            // Sent once more because nobody heard that it had arrived.
            Optional<StoredMaterial> before = table.same(draft, spec.code(), sha256);
            if (before.isPresent()) {
                return new Stored(before.get());
            }
            OptionalInt slot = table.freeSlot(draft, spec.code(), spec.maxFiles());
            if (slot.isEmpty()) {
                return tooMany(spec);
            }
            return new Stored(table.insert(draft, slot.getAsInt(), spec.code(), name, type, size, sha256, now));
        });
    }

    @Override
    public boolean remove(long draft, long material) {
        return transactions.run(() -> table.delete(draft, material));
    }

    @Override
    public void discard(long draft) {
        gates.close(draft);
        table.deleteAll(draft);
    }

    @Override
    public List<StoredMaterial> ofDraft(long draft) {
        return transactions.glance(() -> table.ofDraft(draft));
    }

    @Override
    public List<StoredMaterial> ofCase(long caseId) {
        return transactions.glance(() -> table.ofCase(caseId));
    }

    @Override
    public Map<Long, List<StoredMaterial>> ofCases(Set<Long> cases) {
        if (cases.size() > MOST_CASES) {
            throw new IllegalArgumentException("At most " + MOST_CASES + " cases at once");
        }
        return cases.isEmpty() ? Map.of() : transactions.glance(() -> table.ofCases(cases));
    }

    @Override
    public List<StoredMaterial> handOver(long draft, long caseId) {
        return gates.close(draft) && table.handOver(draft, caseId) ? table.ofCase(caseId) : List.of();
    }

    @Override
    public Optional<InputStream> open(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        try {
            return store.open(sha256);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Upload tooMany(MaterialSpec spec) {
        return new Refused("too-many", List.of(Integer.toString(spec.maxFiles())));
    }

    private static Upload filed() {
        return new Refused("filed", List.of());
    }

    private static Upload full() {
        return new Refused("full", List.of());
    }
}
