package org.openhall.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.users.Post;
import org.openhall.cases.internal.ClockEntry.Kind;
import org.openhall.storage.Database;

/**
 * The tasks. Their due date is only an index; who may do one is its post, department and region. A closed one is nobody's: who did it is told
 * by history and closed_by.
 */
final class TaskTable {

    static final String COLUMNS = "t.id as task_id, t.case_id, t.step, t.post, t.department as task_department,"
            + " t.region as task_region, t.claimant, t.opened_at, t.due_at as task_due, t.closed_at, t.outcome";

    /** With its own clock. */
    static final String TIMED = COLUMNS + ", t.clock as task_clock";

    private static final String STOPPED = "clock = case when clock = '' then '' else clock || :stop end";

    /** Stands for "nothing is due". */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Outcome of tasks that were closed because their case ended. */
    static final String ENDED = "ended";

    private static final int MOST = 500;

    private final Database database;

    TaskTable(Database database) {
        this.database = database;
    }

    /**
     * Opens a task that nobody has taken.
     *
     * @param clock its own, when its step has a limit
     */
    Task open(CaseHead of, String step, Post post, Instant at, Optional<Ledger> clock, Optional<Instant> due) {
        long id = database.handle()
                .createUpdate(
                        "insert into task (case_id, step, post, department, region, desk, opened_at, due_at, is_open, name_key,"
                                + " clock) values (:case, :step, :post, :department, :region, :desk, :at, :due, true, :name, :clock)")
                .bind("case", of.id())
                .bind("step", step)
                .bind("post", post.post())
                .bind("department", post.department())
                .bind("region", post.region())
                .bind("desk", DeskKey.of(post))
                .bind("at", at)
                .bind("due", due.orElse(NEVER))
                .bind("name", NameKey.of(of.partyName()))
                .bind("clock", clock.map(Ledger::text).orElse(Ledger.NONE))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return new Task(
                id,
                step,
                post.post(),
                post.department(),
                post.region(),
                Optional.empty(),
                "",
                at,
                due,
                Optional.empty(),
                "");
    }

    /** Closes an open task that nobody else has taken, with its clock; false when somebody was faster. */
    boolean close(long id, Optional<Long> by, String outcome, Instant at) {
        return database.handle()
                        .createUpdate(
                                "update task set is_open = false, claimant = null, closed_at = :at, closed_by = :by, outcome = :outcome, "
                                        + STOPPED
                                        + " where id = :id and is_open = true and (claimant is null or claimant = :by)")
                        .bind("at", at)
                        .bindByType("by", by.orElse(null), Long.class)
                        .bind("outcome", outcome)
                        .bind("stop", Ledger.more(Kind.STOP, at))
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** Closes an open task whose step was taken out, whoever has taken it, with its clock; false when somebody was faster. */
    boolean remove(long id, Instant at) {
        return database.handle()
                        .createUpdate(
                                "update task set is_open = false, claimant = null, closed_at = :at, outcome = :outcome, "
                                        + STOPPED + " where id = :id and is_open = true")
                        .bind("at", at)
                        .bind("outcome", Steps.REMOVED)
                        .bind("stop", Ledger.more(Kind.STOP, at))
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** Open tasks of an item on steps of its extensions, by id, on the lines of their cases. */
    List<Extended> ofExtensions(String item, long after, int limit) {
        return database.handle()
                .createQuery("select t.id as task_id, t.step, c.number, c.line from hall_case c"
                        + " join task t on t.case_id = c.id where c.ended_at is null and c.item = :item"
                        + " and t.is_open = true and t.step like '%.%' and t.id > :after order by t.id limit :limit")
                .bind("item", item)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Extended(
                        row.getLong("task_id"), row.getString("step"), row.getString("number"), row.getString("line")))
                .list();
    }

    /**
     * An open task on a step of an extension.
     *
     * @param task its id
     * @param step identifier
     * @param number of the case
     * @param line of the case
     */
    record Extended(long task, String step, String number, String line) {}

    /** Closes what is still open, with its clocks, because the case has ended. */
    void closeAll(long caseId, Instant at) {
        database.handle()
                .createUpdate("update task set is_open = false, claimant = null, closed_at = :at, outcome = :outcome, "
                        + STOPPED + " where case_id = :case and is_open = true")
                .bind("at", at)
                .bind("outcome", ENDED)
                .bind("stop", Ledger.more(Kind.STOP, at))
                .bind("case", caseId)
                .execute();
    }

    /** Something happens to the clocks of all open tasks of a case that have one. */
    void happens(long caseId, Kind kind, Instant at) {
        database.handle()
                .createUpdate("update task set clock = clock || :more where case_id = :case and is_open = true"
                        + " and clock <> ''")
                .bind("more", Ledger.more(kind, at))
                .bind("case", caseId)
                .execute();
    }

    /** Writes when tasks are due, unless something else wrote it meanwhile. */
    void due(List<NewDue> changes) {
        if (changes.isEmpty()) {
            return;
        }
        PreparedBatch batch = database.handle()
                .prepareBatch("update task set due_at = :due where id = :id and due_at = :before and is_open = true");
        for (NewDue change : changes) {
            batch.bind("due", change.due().orElse(NEVER))
                    .bind("id", change.task().id())
                    .bind("before", change.task().due().orElse(NEVER))
                    .add();
        }
        batch.execute();
    }

    /**
     * Another due date of a task.
     *
     * @param task as it was read
     * @param due empty for never
     */
    record NewDue(Task task, Optional<Instant> due) {

        boolean differs() {
            return !due.equals(task.due());
        }
    }

    /** Takes a task that is open and free for one of these posts. */
    boolean claim(long id, long account, List<Post> posts) {
        return database.handle()
                        .createUpdate("update task set claimant = :account where id = :id and is_open = true"
                                + " and claimant is null and (department, region, post) in (<posts>)")
                        .bind("account", account)
                        .bind("id", id)
                        .bindMethodsList("posts", posts, List.of("department", "region", "post"))
                        .execute()
                > 0;
    }

    boolean release(long id, long account) {
        return database.handle()
                        .createUpdate("update task set claimant = null where id = :id and is_open = true"
                                + " and claimant = :account")
                        .bind("account", account)
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** In the order they were opened: all that are open, and of the closed ones the first, {@value #MOST} together. */
    List<Task> ofCase(long caseId) {
        return database
                .handle()
                .createQuery("select " + COLUMNS + " from task t where t.case_id = :case"
                        + " order by t.is_open desc, t.id limit :most")
                .bind("case", caseId)
                .bind("most", MOST)
                .map(TaskTable::row)
                .stream()
                .sorted(Comparator.comparingLong(Task::id))
                .toList();
    }

    /** The open tasks of at most 500 cases, in one query. */
    List<TaskOfCase> openOf(Collection<Long> cases) {
        return cases.isEmpty()
                ? List.of()
                : database.handle()
                        .createQuery("select " + TIMED + " from task t where t.case_id in (<cases>)"
                                + " and t.is_open = true order by t.id")
                        .bindList("cases", List.copyOf(cases))
                        .map(TaskTable::ofCase)
                        .list();
    }

    /** A task with its case. */
    Optional<TaskOfCase> find(long id) {
        return database.handle()
                .createQuery("select " + TIMED + " from task t where t.id = :id")
                .bind("id", id)
                .map(TaskTable::ofCase)
                .findOne();
    }

    static Task task(ResultSet row) throws SQLException {
        long claimant = row.getLong("claimant");
        Optional<Long> taken = row.wasNull() ? Optional.empty() : Optional.of(claimant);
        return new Task(
                row.getLong("task_id"),
                row.getString("step"),
                row.getString("post"),
                row.getString("task_department"),
                row.getString("task_region"),
                taken,
                "",
                CaseTable.instant(row, "opened_at").orElseThrow(),
                CaseTable.instant(row, "task_due").filter(due -> due.isBefore(NEVER)),
                CaseTable.instant(row, "closed_at"),
                row.getString("outcome"));
    }

    /** Its own clock, from a row with {@link #TIMED}. */
    static Optional<Ledger> clock(ResultSet row) throws SQLException {
        return Ledger.parse(row.getString("task_clock"));
    }

    private static TaskOfCase ofCase(ResultSet row, StatementContext context) throws SQLException {
        return new TaskOfCase(row.getLong("case_id"), task(row), clock(row));
    }

    private static Task row(ResultSet row, StatementContext context) throws SQLException {
        return task(row);
    }

    /**
     * A task with its case.
     *
     * @param caseId the case's id
     * @param task the task
     * @param clock its own, when its step has a limit
     */
    record TaskOfCase(long caseId, Task task, Optional<Ledger> clock) {}
}
