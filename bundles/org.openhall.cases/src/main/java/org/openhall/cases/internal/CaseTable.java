package org.openhall.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.cases.CaseState;
import org.openhall.api.catalogue.Version;
import org.openhall.item.Applicant;
import org.openhall.storage.Database;

/** The cases. */
final class CaseTable {

    static final String HEAD =
            "c.id, c.number, c.item, c.item_name, c.implementation, c.version, c.state, c.party_kind, c.party_name,"
                    + " c.account_name, c.department, c.region, c.filed_at, c.due_at, c.ended_at, c.open_steps";

    private static final String WHOLE = HEAD + ", c.query_code, c.line, c.account_id, c.party_id, c.party_verified,"
            + " c.party_id_number, c.party_phone, c.clock";

    private final Database database;

    CaseTable(Database database) {
        this.database = database;
    }

    /** The next running number of a case. */
    long nextNumber() {
        Handle handle = database.handle();
        return handle.createQuery(
                        // The one thing here that the two databases say differently.
                        productOf(handle).contains("PostgreSQL")
                                ? "select nextval('case_number')"
                                : "select next value for case_number")
                .mapTo(Long.class)
                .one();
    }

    /** Adds a case and gives its id. */
    long insert(CaseRow row, long draft) {
        CaseHead head = row.head();
        return database.handle()
                .createUpdate(
                        "insert into hall_case (number, draft_id, query_code, item, item_name, implementation, line,"
                                + " version, state, account_id, account_name, party_id, party_verified, party_kind, party_name,"
                                + " party_id_number, party_phone, department, region, open_steps, filed_at, clock)"
                                + " values (:number, :draft, :code, :item, :itemName, :implementation, :line, :version, :state,"
                                + " :account, :accountName, :party, :verified, :kind, :partyName, :idNumber, :phone, :department,"
                                + " :region, :steps, :at, :clock)")
                .bind("number", head.number())
                .bind("draft", draft)
                .bind("code", row.queryCode())
                .bind("item", head.item())
                .bind("itemName", head.itemName())
                .bind("implementation", head.implementation())
                .bind("line", row.line())
                .bind("version", head.version().toString())
                .bind("state", head.state().name())
                .bind("account", row.account())
                .bind("accountName", head.filedBy())
                .bind("party", row.party())
                .bind("verified", row.applicant().verified())
                .bind("kind", row.applicant().kind().name())
                .bind("partyName", head.partyName())
                .bind("idNumber", row.applicant().idNumber())
                .bind("phone", row.phone())
                .bind("department", head.department())
                .bind("region", head.region())
                .bind("steps", String.join(",", head.openSteps()))
                .bind("at", head.filedAt())
                .bind("clock", row.clock().text())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** Writes where a case stands now. */
    void stand(
            long id,
            CaseState state,
            List<String> openSteps,
            Ledger clock,
            Optional<Instant> due,
            Optional<Instant> ended) {
        Update update = database.handle()
                .createUpdate("update hall_case set state = :state, open_steps = :steps, clock = :clock, due_at = "
                        + orNull(":due", due) + ", ended_at = " + orNull(":ended", ended) + " where id = :id")
                .bind("state", state.name())
                .bind("steps", String.join(",", openSteps))
                .bind("clock", clock.text())
                .bind("id", id);
        due.ifPresent(at -> update.bind("due", at));
        ended.ifPresent(at -> update.bind("ended", at));
        update.execute();
    }

    /** For PostgreSQL's driver a time and a null are of two types: it has a statement parsed anew each time one follows the other. */
    private static String orNull(String parameter, Optional<Instant> time) {
        return time.isPresent() ? parameter : "null";
    }

    /** Writes when a case is due, unless something else wrote it meanwhile. */
    void due(CaseHead head, Optional<Instant> due) {
        database.handle()
                .createUpdate("update hall_case set due_at = :due where id = :id and ended_at is null"
                        + " and coalesce(due_at, :never) = :before")
                .bindByType("due", due.orElse(null), Instant.class)
                .bind("id", head.id())
                .bind("never", TaskTable.NEVER)
                .bind("before", head.due().orElse(TaskTable.NEVER))
                .execute();
    }

    Optional<CaseRow> byNumber(String number) {
        return one("where c.number = :key", number);
    }

    Optional<CaseRow> byId(long id) {
        return one("where c.id = :key", id);
    }

    /** Finds a case and lets nobody else change it until the transaction ends: joins of parallel steps must see each other. */
    Optional<CaseRow> lock(String number) {
        return one("where c.number = :key for update", number);
    }

    /** What an account filed, and what was filed for some parties; newest first. */
    List<CaseHead> of(long account, Collection<Long> parties, long before, int limit) {
        // each in the order of its index, so that nobody's cases are all read
        List<Long> of = List.copyOf(parties);
        List<String> last = new ArrayList<>(List.of(lastOf("account_id", "account")));
        IntStream.range(0, of.size()).forEach(i -> last.add(lastOf("party_id", "party" + i)));
        Query query = database.handle()
                .createQuery("select " + HEAD + " from hall_case c where c.id in (" + String.join(" union ", last)
                        + ") order by c.id desc limit :limit")
                .bind("account", account)
                .bind("before", before)
                .bind("limit", limit);
        IntStream.range(0, of.size()).forEach(i -> query.bind("party" + i, of.get(i)));
        return query.map((row, context) -> head(row)).list();
    }

    private static String lastOf(String column, String whose) {
        return "(select id from hall_case where " + column + " = :" + whose + " and id < :before order by " + column
                + " desc, id desc limit :limit)";
    }

    /** Cases that go on, by id. */
    List<CaseHead> goingOn(long after, int limit) {
        return database.handle()
                .createQuery("select " + HEAD + " from hall_case c where c.ended_at is null and c.id > :after"
                        + " order by c.ended_at, c.id limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> head(row))
                .list();
    }

    /** The ledgers of at most 500 cases, by id, in one query. */
    Map<Long, Ledger> clocks(Collection<Long> cases) {
        Map<Long, Ledger> clocks = new HashMap<>();
        if (!cases.isEmpty()) {
            database.handle()
                    .createQuery("select id, clock from hall_case where id in (<cases>)")
                    .bindList("cases", List.copyOf(cases))
                    .map((row, context) -> clocks.put(row.getLong("id"), clock(row)))
                    .list();
        }
        return clocks;
    }

    /** The last cases of an item, newest first. */
    List<CaseRow> ofItem(String item, long before, int limit) {
        return database.handle()
                .createQuery("select " + WHOLE + " from hall_case c where c.item = :item and c.id < :before"
                        + " order by c.item desc, c.id desc limit :limit")
                .bind("item", item)
                .bind("before", before)
                .bind("limit", limit)
                .map(CaseTable::whole)
                .list();
    }

    /** How many cases an item has; counts no further than asked for. */
    int countOfItem(String item, int most) {
        return database.handle()
                .createQuery(
                        "select count(*) from (select id from hall_case where item = :item order by item desc, id desc"
                                + " limit :most) as last_cases")
                .bind("item", item)
                .bind("most", most)
                .mapTo(Integer.class)
                .one();
    }

    private Optional<CaseRow> one(String which, Object key) {
        return database.handle()
                .createQuery("select " + WHOLE + " from hall_case c " + which)
                .bind("key", key)
                .map(CaseTable::whole)
                .findOne();
    }

    static CaseHead head(ResultSet row) throws SQLException {
        String steps = row.getString("open_steps");
        return new CaseHead(
                row.getLong("id"),
                row.getString("number"),
                row.getString("item"),
                row.getString("item_name"),
                row.getString("implementation"),
                Version.parse(row.getString("version")),
                CaseState.valueOf(row.getString("state")),
                Applicant.Kind.valueOf(row.getString("party_kind")),
                row.getString("party_name"),
                row.getString("account_name"),
                row.getString("department"),
                row.getString("region"),
                instant(row, "filed_at").orElseThrow(),
                instant(row, "due_at"),
                instant(row, "ended_at"),
                steps.isEmpty() ? List.of() : List.of(steps.split(",")));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static CaseRow whole(ResultSet row, StatementContext context) throws SQLException {
        return new CaseRow(
                head(row),
                row.getString("query_code"),
                row.getString("line"),
                row.getLong("account_id"),
                row.getLong("party_id"),
                new Applicant(
                        Applicant.Kind.valueOf(row.getString("party_kind")),
                        row.getString("party_name"),
                        row.getString("party_id_number"),
                        row.getBoolean("party_verified")),
                row.getString("party_phone"),
                clock(row));
    }

    /** The ledger of a case, from a row with its column. */
    static Ledger clock(ResultSet row) throws SQLException {
        return Ledger.parse(row.getString("clock"))
                .orElseThrow(() -> new IllegalStateException("A case without a clock"));
    }

    private static String productOf(Handle handle) {
        try {
            return handle.getConnection().getMetaData().getDatabaseProductName();
        } catch (SQLException failed) {
            throw new IllegalStateException("The database does not say what it is", failed);
        }
    }
}
