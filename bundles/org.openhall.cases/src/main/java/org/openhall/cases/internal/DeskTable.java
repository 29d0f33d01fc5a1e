package org.openhall.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.Query;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.cases.Desk.Count;
import org.openhall.api.users.Post;
import org.openhall.storage.Database;

/**
 * Lists and counts of tasks with their cases, for the posts of one official. Each post is asked for by itself, because an index gives the
 * tasks of one post in order, and those of several only all at once.
 */
final class DeskTable {

    private static final Pattern NUMBER = Pattern.compile("\\d{8}-\\d+");
    private static final String NAMED = " and t.name_key >= :from and t.name_key < :behind";
    private static final String ROWS = TaskTable.TIMED + ", " + CaseTable.HEAD + ", c.clock";
    private static final String JOINED = "task t join hall_case c on c.id = t.case_id";

    private final Database database;

    DeskTable(Database database) {
        this.database = database;
    }

    /**
     * A task and its case.
     *
     * @param clock of the task's step when it has a limit, else of the case
     */
    record Entry(CaseHead head, Task task, Ledger clock) {}

    /**
     * What to list.
     *
     * @param posts at least one
     * @param words case number or beginning of a name; empty for all
     * @param limit how many
     * @param after where to go on
     */
    record Wanted(List<Post> posts, String words, int limit, Optional<Position> after) {

        boolean byNumber() {
            return NUMBER.matcher(words).matches();
        }

        boolean byName() {
            return !words.isEmpty() && !byNumber();
        }
    }

    /** Open tasks by due date; of one claimant when one is given. */
    List<Entry> open(Wanted wanted, Optional<Long> claimant) {
        return claimant.isPresent()
                ? list(wanted, DeskList.MINE, claimant)
                : list(wanted, wanted.byName() ? DeskList.OPEN_NAMED : DeskList.OPEN, claimant);
    }

    /** Tasks that an official closed, last first. */
    List<Entry> done(Wanted wanted, long official) {
        return list(wanted, wanted.byName() ? DeskList.DONE_NAMED : DeskList.DONE, Optional.of(official));
    }

    private List<Entry> list(Wanted wanted, DeskList list, Optional<Long> who) {
        int posts = wanted.posts().size();
        if (wanted.byNumber()) {
            List<Long> found = ofCase(wanted.words());
            return found.isEmpty()
                    ? List.of()
                    : entries(
                            bound(list.few(ROWS, JOINED, posts, wanted.after(), " and t.id in (<found>)"), wanted, who)
                                    .bindList("found", found));
        }
        if (!wanted.byName()) {
            return entries(bound(list.sql(ROWS, JOINED, posts, wanted.after(), ""), wanted, who));
        }
        // many may have that beginning: they are put in order by the index alone, only those of this page are read
        byte[] from = NameKey.of(wanted.words());
        List<Long> found = bound(list.sql("t.id as task_id", "task t", posts, wanted.after(), NAMED), wanted, who)
                .bind("from", from)
                .bind("behind", NameKey.behind(from))
                .map((row, context) -> row.getLong("task_id"))
                .list();
        return found.isEmpty()
                ? List.of()
                : entries(database.handle()
                        .createQuery("select " + ROWS + " from " + JOINED + " where t.id in (<found>) order by "
                                + list.by() + list.direction() + ", t.id" + list.direction())
                        .bindList("found", found));
    }

    /** The tasks of a case, by its number. */
    private List<Long> ofCase(String number) {
        return database.handle()
                .createQuery(
                        "select t.id as task_id from hall_case c join task t on t.case_id = c.id where c.number = :number"
                                + " order by t.case_id, t.id")
                .bind("number", number)
                .map((row, context) -> row.getLong("task_id"))
                .list();
    }

    private Query bound(String sql, Wanted wanted, Optional<Long> who) {
        Query query = database.handle().createQuery(sql).bind("limit", wanted.limit());
        bind(query, wanted.posts());
        wanted.after().ifPresent(position -> query.bind("at", position.at()).bind("id", position.id()));
        who.ifPresent(id -> query.bind("who", id));
        return query;
    }

    private static void bind(Query query, List<Post> posts) {
        for (int i = 0; i < posts.size(); i++) {
            query.bind("desk" + i, DeskKey.of(posts.get(i)));
        }
    }

    private static List<Entry> entries(Query query) {
        return query.map((row, context) -> new Entry(CaseTable.head(row), TaskTable.task(row), clock(row)))
                .list();
    }

    private static Ledger clock(ResultSet row) throws SQLException {
        Optional<Ledger> own = TaskTable.clock(row);
        return own.isPresent() ? own.get() : CaseTable.clock(row);
    }

    /** How many open tasks each post has: due until the first instant, until the second, later, never; counted no further than {@link Count#MOST}. */
    Map<String, long[]> counts(List<Post> posts, Instant overdue, Instant soon) {
        List<String> ranges = List.of(
                "t.due_at <= :overdue",
                "t.due_at > :overdue and t.due_at <= :soon",
                "t.due_at > :soon and t.due_at < :never",
                "t.due_at >= :never");
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            for (int urgency = 0; urgency < ranges.size(); urgency++) {
                parts.add("select " + i + " as place, " + urgency
                        + " as urgency, count(*) as many from (select t.id from"
                        + " task t where " + DeskList.ofPost(i) + " and t.is_open = true and " + ranges.get(urgency)
                        + " limit :most) counted");
            }
        }
        Query query = database.handle()
                // within a select, because H2 parses and plans a bare union each time
                .createQuery("select * from (" + String.join(" union all ", parts) + ") counts")
                .bind("overdue", overdue)
                .bind("soon", soon)
                .bind("never", TaskTable.NEVER)
                .bind("most", Count.MOST);
        bind(query, posts);
        Map<String, long[]> counts = new LinkedHashMap<>();
        query.map((row, context) -> {
                    long[] many = counts.computeIfAbsent(
                            posts.get(row.getInt("place")).post(), post -> new long[ranges.size()]);
                    many[row.getInt("urgency")] += row.getLong("many");
                    return many;
                })
                .list();
        return counts;
    }
}
