package org.openhall.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.openhall.api.cases.DryRuns.Difference;
import org.openhall.api.cases.DryRuns.DryRun;
import org.openhall.api.cases.DryRuns.Note;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.json.Json;
import org.openhall.storage.Database;

/** Dry runs and what they found. */
final class DryRunTable {

    private static final String SELECT =
            "select id, item, version, by_name, started_at, ended_at, total, done, refused,"
                    + " flagged, due, unchecked, failure from dry_run ";
    private static final int FORGOTTEN_AT_ONCE = 10;
    private static final int LONGEST_NOTES = 60_000;

    private final Database database;
    private final Json json;

    DryRunTable(Database database, Json json) {
        this.database = database;
        this.json = json;
    }

    long insert(String item, Version version, Operator by, int total, Instant now) {
        return database.handle()
                .createUpdate(
                        "insert into dry_run (item, version, account_id, by_name, started_at, beat_at, total, done,"
                                + " refused, flagged, due, unchecked, failure)"
                                + " values (:item, :version, :account, :name, :now, :now, :total, 0, 0, 0, 0, 0, '')")
                .bind("item", item)
                .bind("version", version.toString())
                .bindByType("account", by.account().orElse(null), Long.class)
                .bind("name", by.name())
                .bind("now", now)
                .bind("total", total)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    Optional<DryRun> find(long id) {
        return database.handle()
                .createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map(DryRunTable::run)
                .findOne();
    }

    /** A run of this version that has not ended. */
    Optional<Long> underWay(String item, Version version) {
        return database.handle()
                .createQuery(
                        "select min(id) from dry_run where item = :item and version = :version and ended_at is null")
                .bind("item", item)
                .bind("version", version.toString())
                .mapTo(Long.class)
                .findOne();
    }

    List<DryRun> recent(String item, int limit) {
        return database.handle()
                .createQuery(SELECT + "where item = :item order by id desc limit :limit")
                .bind("item", item)
                .bind("limit", limit)
                .map(DryRunTable::run)
                .list();
    }

    /** Whether an earlier run, on whatever node, still goes on. */
    boolean earlier(long id) {
        return database.handle()
                        .createQuery("select count(*) from dry_run where ended_at is null and id < :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Says that runs are alive. */
    void beat(Collection<Long> ids, Instant now) {
        database.handle()
                .createUpdate("update dry_run set beat_at = :now where id in (<ids>) and ended_at is null")
                .bind("now", now)
                .bindList("ids", List.copyOf(ids))
                .execute();
    }

    /** Writes how far a run is; false when it was ended meanwhile. */
    boolean progress(long id, DryRunTally tally, Instant now) {
        return database.handle()
                        .createUpdate(
                                "update dry_run set done = :done, refused = :refused, flagged = :flagged, due = :due,"
                                        + " unchecked = :unchecked, beat_at = :now where id = :id and ended_at is null")
                        .bind("done", tally.done())
                        .bind("refused", tally.refused())
                        .bind("flagged", tally.flagged())
                        .bind("due", tally.due())
                        .bind("unchecked", tally.unchecked())
                        .bind("now", now)
                        .bind("id", id)
                        .execute()
                > 0;
    }

    void add(long id, List<Difference> differences) {
        if (differences.isEmpty()) {
            return;
        }
        PreparedBatch batch = database.handle()
                .prepareBatch("insert into dry_run_difference (run_id, number, filed_on, due_was, due_would, notes)"
                        + " values (:run, :number, :filedOn, :was, :would, :notes)");
        for (Difference difference : differences) {
            batch.bind("run", id)
                    .bind("number", difference.number())
                    .bind("filedOn", difference.filedOn().toString())
                    .bindByType("was", difference.dueWas().orElse(null), Instant.class)
                    .bindByType("would", difference.dueWould().orElse(null), Instant.class)
                    .bind("notes", notes(difference))
                    .add();
        }
        batch.execute();
    }

    /** Ends a run; false when it had ended. */
    boolean end(long id, String failure, Instant now) {
        return database.handle()
                        .createUpdate("update dry_run set ended_at = :now, failure = :failure"
                                + " where id = :id and ended_at is null")
                        .bind("now", now)
                        .bind("failure", failure)
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** Ends runs that have shown no sign of life. */
    int endDead(Instant before, String failure, Instant now) {
        return database.handle()
                .createUpdate("update dry_run set ended_at = :now, failure = :failure"
                        + " where ended_at is null and beat_at < :before")
                .bind("now", now)
                .bind("failure", failure)
                .bind("before", before)
                .execute();
    }

    /** Forgets a few old runs. */
    void forget(Instant before) {
        List<Long> old = database.handle()
                .createQuery("select id from dry_run where started_at < :before order by id limit :limit")
                .bind("before", before)
                .bind("limit", FORGOTTEN_AT_ONCE)
                .mapTo(Long.class)
                .list();
        if (!old.isEmpty()) {
            database.handle()
                    .createUpdate("delete from dry_run_difference where run_id in (<runs>)")
                    .bindList("runs", old)
                    .execute();
            database.handle()
                    .createUpdate("delete from dry_run where id in (<runs>)")
                    .bindList("runs", old)
                    .execute();
        }
    }

    /**
     * A difference with its place in the list.
     *
     * @param id of the row
     * @param difference what was found
     */
    record Placed(long id, Difference difference) {}

    List<Placed> differences(long run, long after, int limit) {
        return database.handle()
                .createQuery("select id, number, filed_on, due_was, due_would, notes from dry_run_difference"
                        + " where run_id = :run and id > :after order by id limit :limit")
                .bind("run", run)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Placed(row.getLong("id"), difference(row)))
                .list();
    }

    private static DryRun run(ResultSet row, StatementContext context) throws SQLException {
        return new DryRun(
                row.getLong("id"),
                row.getString("item"),
                Version.parse(row.getString("version")),
                row.getString("by_name"),
                CaseTable.instant(row, "started_at").orElseThrow(),
                CaseTable.instant(row, "ended_at"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("refused"),
                row.getInt("flagged"),
                row.getInt("due"),
                row.getInt("unchecked"),
                Optional.of(row.getString("failure")).filter(text -> !text.isEmpty()));
    }

    private Difference difference(ResultSet row) throws SQLException {
        Map<String, Object> notes = json.object(row.getString("notes"));
        return new Difference(
                row.getString("number"),
                Version.parse(row.getString("filed_on")),
                notes(notes.get("refused")),
                notes(notes.get("flagged")),
                CaseTable.instant(row, "due_was"),
                CaseTable.instant(row, "due_would"),
                ((List<?>) notes.get("unchecked")).stream().map(String::valueOf).toList());
    }

    /** As many of each kind as there is room for: what is escaped takes more than it is long. */
    private String notes(Difference difference) {
        int most = IntStream.of(
                        difference.refused().size(),
                        difference.flagged().size(),
                        difference.unchecked().size())
                .max()
                .getAsInt();
        String notes = notes(difference, most);
        while (notes.length() > LONGEST_NOTES) {
            most = most / 2;
            notes = notes(difference, most);
        }
        return notes;
    }

    private String notes(Difference difference, int most) {
        return json.text(Map.of(
                "refused", maps(difference.refused(), most),
                "flagged", maps(difference.flagged(), most),
                "unchecked", difference.unchecked().stream().limit(most).toList()));
    }

    private static List<Map<String, String>> maps(List<Note> notes, int most) {
        return notes.stream()
                .limit(most)
                .map(note -> Map.of("pointer", note.pointer(), "text", note.text()))
                .toList();
    }

    private static List<Note> notes(Object stored) {
        return ((List<?>) stored)
                .stream()
                        .map(note -> (Map<?, ?>) note)
                        .map(note -> new Note((String) note.get("pointer"), (String) note.get("text")))
                        .toList();
    }
}
