package org.openhall.materials.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.StatementContext;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.storage.Database;

/** The rows of uploaded files. */
final class MaterialTable {

    private static final String COLUMNS = "id, code, file_name, media_type, size_bytes, sha256, uploaded_at";
    private static final int FETCHED = 2_000;

    private final Database database;

    MaterialTable(Database database) {
        this.database = database;
    }

    /** The first place free for another file of a material. */
    OptionalInt freeSlot(long draft, String code, int most) {
        Set<Integer> taken = new HashSet<>(database.handle()
                .createQuery("select slot from material where draft_id = :draft and code = :code")
                .bind("draft", draft)
                .bind("code", code)
                .mapTo(Integer.class)
                .list());
        for (int slot = 0; slot < most; slot++) {
            if (!taken.contains(slot)) {
                return OptionalInt.of(slot);
            }
        }
        return OptionalInt.empty();
    }

    StoredMaterial insert(
            long draft, int slot, String code, String name, FileType type, long size, String sha256, Instant at) {
        long id = database.handle()
                .createUpdate(
                        "insert into material (draft_id, code, slot, file_name, media_type, size_bytes, sha256, uploaded_at)"
                                + " values (:draft, :code, :slot, :name, :type, :size, :sha256, :at)")
                .bind("draft", draft)
                .bind("code", code)
                .bind("slot", slot)
                .bind("name", name)
                .bind("type", type.mediaType())
                .bind("size", size)
                .bind("sha256", sha256)
                .bind("at", at)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return new StoredMaterial(id, code, name, type.mediaType(), size, sha256, at);
    }

    /** The file of a draft with these bytes. */
    Optional<StoredMaterial> same(long draft, String code, String sha256) {
        return database.handle()
                .createQuery("select " + COLUMNS + " from material where draft_id = :draft and code = :code"
                        + " and sha256 = :sha256 and case_id is null order by id limit 1")
                .bind("draft", draft)
                .bind("code", code)
                .bind("sha256", sha256)
                .map(MaterialTable::row)
                .findOne();
    }

    boolean delete(long draft, long id) {
        return database.handle()
                        .createUpdate("delete from material where id = :id and draft_id = :draft and case_id is null")
                        .bind("id", id)
                        .bind("draft", draft)
                        .execute()
                > 0;
    }

    void deleteAll(long draft) {
        database.handle()
                .createUpdate("delete from material where draft_id = :draft and case_id is null")
                .bind("draft", draft)
                .execute();
    }

    /** False when the draft has no files. */
    boolean handOver(long draft, long caseId) {
        return database.handle()
                        .createUpdate("update material set case_id = :case where draft_id = :draft and case_id is null")
                        .bind("case", caseId)
                        .bind("draft", draft)
                        .execute()
                > 0;
    }

    List<StoredMaterial> ofDraft(long draft) {
        return list("draft_id = :owner and case_id is null", draft);
    }

    List<StoredMaterial> ofCase(long caseId) {
        return list("case_id = :owner", caseId);
    }

    /** Which of these bytes some row still needs. */
    Set<String> referenced(Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(database.handle()
                .createQuery("select distinct sha256 from material where sha256 in (<hashes>)")
                .bindList("hashes", new ArrayList<>(hashes))
                .mapTo(String.class)
                .list());
    }

    /** All hashes, each once, in their order; there may be millions. */
    void hashes(Consumer<String> each) {
        try (ResultIterator<String> hashes = database.handle()
                .createQuery("select sha256 from material order by sha256")
                .setFetchSize(FETCHED)
                .mapTo(String.class)
                .iterator()) {
            String last = "";
            while (hashes.hasNext()) {
                String hash = hashes.next();
                if (!hash.equals(last)) {
                    each.accept(hash);
                }
                last = hash;
            }
        }
    }

    Map<Long, List<StoredMaterial>> ofCases(Collection<Long> cases) {
        return database
                .handle()
                .createQuery("select case_id, " + COLUMNS + " from material where case_id in (<cases>) order by id")
                .bindList("cases", List.copyOf(cases))
                .map((row, context) -> Map.entry(row.getLong("case_id"), row(row, context)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private List<StoredMaterial> list(String which, long owner) {
        return database.handle()
                .createQuery("select " + COLUMNS + " from material where " + which + " order by id limit 500")
                .bind("owner", owner)
                .map(MaterialTable::row)
                .list();
    }

    private static StoredMaterial row(ResultSet row, StatementContext context) throws SQLException {
        return new StoredMaterial(
                row.getLong("id"),
                row.getString("code"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
