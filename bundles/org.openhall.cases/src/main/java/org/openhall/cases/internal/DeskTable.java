package org.openhall.cases.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.users.Post;
import org.openhall.storage.Database;

/** Lists and counts of tasks with their cases, for the posts of one official. */
final class DeskTable {

    private static final List<String> POST = List.of("department", "region", "post");

    private final Database database;

    DeskTable(Database database) {
        this.database = database;
    }

    /** A task and its case. */
    record Entry(CaseHead head, Task task) {}

    /**
     * What to list.
     *
     * @param posts at least one
     * @param words case number or beginning of a name; empty for all
     * @param limit how many
     * @param after where to go on
     */
    record Wanted(List<Post> posts, String words, int limit, Optional<Position> after) {}

    /** Open tasks by due date; of one claimant when one is given. */
    List<Entry> open(Wanted wanted, Optional<Long> claimant) {
        Position from = wanted.after().orElse(new Position(Instant.EPOCH, 0));
        String mine = claimant.isPresent() ? " and t.claimant = :who" : "";
        return list(
                wanted,
                "t.is_open = true" + mine + " and (t.due_at > :at or t.due_at = :at and t.id > :id)",
                "t.due_at, t.id",
                from,
                claimant);
    }

    /** Tasks that an official closed, last first. */
    List<Entry> done(Wanted wanted, long official) {
        Position from = wanted.after().orElse(new Position(TaskTable.NEVER, Long.MAX_VALUE));
        return list(
                wanted,
                "t.closed_by = :who and (t.closed_at < :at or t.closed_at = :at and t.id < :id)",
                "t.closed_at desc, t.id desc",
                from,
                Optional.of(official));
    }

    private List<Entry> list(Wanted wanted, String which, String order, Position from, Optional<Long> who) {
        boolean search = !wanted.words().isEmpty();
        Query query = database.handle()
                .createQuery("select " + TaskTable.COLUMNS + ", " + CaseTable.HEAD
                        + " from task t join hall_case c on c.id = t.case_id"
                        + " where (t.department, t.region, t.post) in (<posts>) and " + which
                        + (search
                                ? " and (c.number like :words escape '!' or c.party_name like :words escape '!')"
                                : "")
                        + " order by " + order + " limit :limit")
                .bindMethodsList("posts", wanted.posts(), POST)
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", wanted.limit());
        who.ifPresent(id -> query.bind("who", id));
        if (search) {
            query.bind("words", beginning(wanted.words()));
        }
        return query.map((row, context) -> new Entry(CaseTable.head(row), TaskTable.task(row)))
                .list();
    }

    /** How many open tasks each post has: due until the first instant, until the second, later, never. */
    Map<String, long[]> counts(List<Post> posts, Instant overdue, Instant soon) {
        Map<String, long[]> counts = new LinkedHashMap<>();
        database.handle()
                .createQuery("select post, urgency, count(*) as many from (select t.post as post, case"
                        + " when t.due_at >= :never then 3 when t.due_at <= :overdue then 0 when t.due_at <= :soon then 1"
                        + " else 2 end as urgency from task t where (t.department, t.region, t.post) in (<posts>)"
                        + " and t.is_open = true) urgencies group by post, urgency")
                .bindMethodsList("posts", posts, POST)
                .bind("never", TaskTable.NEVER)
                .bind("overdue", overdue)
                .bind("soon", soon)
                .map((row, context) -> {
                    counts.computeIfAbsent(row.getString("post"), post -> new long[4])[row.getInt("urgency")] =
                            row.getLong("many");
                    return row.getString("post");
                })
                .list();
        return counts;
    }

    private static String beginning(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
