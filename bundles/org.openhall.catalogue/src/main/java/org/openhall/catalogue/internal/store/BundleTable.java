package org.openhall.catalogue.internal.store;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.openhall.storage.Database;

/** The bytes of every item bundle, in parts: tables {@code item_bundle} and {@code item_bundle_part}. */
public final class BundleTable {

    /** Length of all parts but the last. */
    static final int PART = 512 * 1024;
    /** How many parts one transaction writes. */
    static final int PARTS_AT_ONCE = 8;

    private final Database database;

    /** Works on the open transaction. */
    public BundleTable(Database database) {
        this.database = database;
    }

    /** Begins to store a bundle. */
    void begin(String sha256, long size, Instant now) {
        int there = database.handle()
                .createUpdate("update item_bundle set stored_at = :now where sha256 = :sha")
                .bind("now", now)
                .bind("sha", sha256)
                .execute();
        if (there == 0) {
            database.handle()
                    .createUpdate("insert into item_bundle (sha256, size_bytes, stored_at) values (:sha, :size, :now)")
                    .bind("sha", sha256)
                    .bind("size", size)
                    .bind("now", now)
                    .execute();
        }
    }

    /** Stores some parts; those that are there already are left. */
    void store(String sha256, Map<Integer, byte[]> parts) {
        Set<Integer> there = new HashSet<>(database.handle()
                .createQuery("select part from item_bundle_part where sha256 = :sha and part in (<parts>)")
                .bind("sha", sha256)
                .bindList("parts", List.copyOf(parts.keySet()))
                .mapTo(Integer.class)
                .list());
        PreparedBatch batch =
                database.handle().prepareBatch("insert into item_bundle_part (sha256, part, bytes) values (?, ?, ?)");
        parts.forEach((part, bytes) -> {
            if (!there.contains(part)) {
                batch.add(sha256, part, bytes);
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Holds a bundle until the transaction ends, so that nobody takes it out; false when it is not all there. */
    public boolean hold(String sha256) {
        List<Long> sizes = database.handle()
                .createQuery("select size_bytes from item_bundle where sha256 = :sha for update")
                .bind("sha", sha256)
                .mapTo(Long.class)
                .list();
        long parts = database.handle()
                .createQuery("select count(*) from item_bundle_part where sha256 = :sha")
                .bind("sha", sha256)
                .mapTo(Long.class)
                .one();
        return !sizes.isEmpty() && parts == (sizes.get(0) + PART - 1) / PART;
    }

    /** All bytes of a bundle; none when it is not there. */
    public byte[] bytes(String sha256) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        database.handle()
                .createQuery("select bytes from item_bundle_part where sha256 = :sha order by part")
                .bind("sha", sha256)
                .setFetchSize(PARTS_AT_ONCE)
                .mapTo(byte[].class)
                .forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** Takes out the bytes of a bundle that did not become a version. */
    public void deleteUnused(String sha256) {
        // somebody else may be about to make it a version
        hold(sha256);
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
}
