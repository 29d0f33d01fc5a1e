package org.openhall.catalogue.internal.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.openhall.storage.Database;

/** The bytes of every item bundle, in parts: tables {@code item_bundle} and {@code item_bundle_part}. */
public final class BundleTable {

    private static final int PART = 512 * 1024;
    private static final int PARTS_A_BATCH = 8;

    private final Database database;

    /** Works on the open transaction. */
    public BundleTable(Database database) {
        this.database = database;
    }

    /** Stores a bundle unless its bytes are there. */
    public void store(String sha256, Path file, Instant now) {
        Handle handle = database.handle();
        if (has(sha256)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            handle.createUpdate("insert into item_bundle (sha256, size_bytes, stored_at) values (:sha, :size, :now)")
                    .bind("sha", sha256)
                    .bind("size", Files.size(file))
                    .bind("now", now)
                    .execute();
            int part = 0;
            for (byte[] bytes = in.readNBytes(PART); bytes.length > 0; ) {
                PreparedBatch batch =
                        handle.prepareBatch("insert into item_bundle_part (sha256, part, bytes) values (?, ?, ?)");
                for (int i = 0; i < PARTS_A_BATCH && bytes.length > 0; i++, bytes = in.readNBytes(PART)) {
                    batch.add(sha256, part++, bytes);
                }
                batch.execute();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All bytes of a bundle; none when it is not there. */
    public byte[] bytes(String sha256) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        database.handle()
                .createQuery("select bytes from item_bundle_part where sha256 = :sha order by part")
                .bind("sha", sha256)
                .setFetchSize(PARTS_A_BATCH)
                .mapTo(byte[].class)
                .forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** Takes out the bytes of a bundle that did not become a version. */
    public void deleteUnused(String sha256) {
        delete("sha256 = :sha and sha256 not in (select sha256 from item_version)", "sha", sha256);
    }

    /** Takes out what a door that was cut off in the middle left behind. */
    public void deleteUnusedBefore(Instant time) {
        delete(
                "sha256 in (select sha256 from item_bundle where stored_at < :time)"
                        + " and sha256 not in (select sha256 from item_version)",
                "time",
                time);
    }

    private void delete(String which, String name, Object value) {
        for (String table : List.of("item_bundle_part", "item_bundle")) {
            database.handle()
                    .createUpdate("delete from " + table + " where " + which)
                    .bind(name, value)
                    .execute();
        }
    }

    private boolean has(String sha256) {
        return database.handle()
                        .createQuery("select count(*) from item_bundle where sha256 = :sha")
                        .bind("sha", sha256)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}
