package org.openhall.catalogue.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openhall.api.storage.Transactions;
import org.openhall.storage.Database;

/** Writes the bytes of a bundle in several short transactions: a large one would not be written in the time of one. */
public final class BundleStore {

    private final Transactions transactions;
    private final BundleTable table;
    private final Clock clock;

    public BundleStore(Transactions transactions, Database database, Clock clock) {
        this.transactions = transactions;
        this.table = new BundleTable(database);
        this.clock = clock;
    }

    /** Stores a bundle unless its bytes are there. What is cut off in the middle is used by no version, and goes on the next time. */
    public void store(String sha256, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            Twice.run(transactions, () -> table.begin(sha256, size, clock.instant()));
            int part = 0;
            for (byte[] bytes = in.readNBytes(BundleTable.PART); bytes.length > 0; ) {
                Map<Integer, byte[]> parts = new LinkedHashMap<>();
                for (; parts.size() < BundleTable.PARTS_AT_ONCE && bytes.length > 0; part++) {
                    parts.put(part, bytes);
                    bytes = in.readNBytes(BundleTable.PART);
                }
                Twice.run(transactions, () -> table.store(sha256, parts));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All bytes of a bundle. */
    public byte[] bytes(String sha256) {
        return transactions.read(() -> table.bytes(sha256));
    }

    /** Takes out the bytes of a bundle that did not become a version. */
    public void discard(String sha256) {
        transactions.run(() -> table.deleteUnused(sha256));
    }
}
