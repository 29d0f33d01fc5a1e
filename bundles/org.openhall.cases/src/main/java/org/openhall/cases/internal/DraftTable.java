package org.openhall.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.DraftHead;
import org.openhall.api.catalogue.Version;
import org.openhall.api.json.Json;
import org.openhall.item.Answers;
import org.openhall.storage.Database;

/** The drafts. */
final class DraftTable {

    private static final String SELECT = "select id, item, implementation, version, account_id, party_id, answers,"
            + " revision, updated_at, filed_as from draft ";

    private final Database database;
    private final Json json;

    DraftTable(Database database, Json json) {
        this.database = database;
        this.json = json;
    }

    /** Adds a draft with its first answers. */
    Draft insert(
            String item, String implementation, Version version, long account, long party, String answers, Instant at) {
        long id = database.handle()
                .createUpdate(
                        "insert into draft (item, implementation, version, account_id, party_id, answers, revision,"
                                + " created_at, updated_at) values (:item, :implementation, :version, :account, :party, :answers,"
                                + " 1, :at, :at)")
                .bind("item", item)
                .bind("implementation", implementation)
                .bind("version", version.toString())
                .bind("account", account)
                .bind("party", party)
                .bind("answers", answers)
                .bind("at", at)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        Answers first = Answers.of(json.object(answers));
        return new Draft(id, item, implementation, version, account, party, first, 1, at, Optional.empty());
    }

    Optional<Draft> find(long id, long account) {
        return one(id, account, "");
    }

    /** Finds a draft and lets nobody else change it until the transaction ends. */
    Optional<Draft> lock(long id, long account) {
        return one(id, account, " for update");
    }

    private Optional<Draft> one(long id, long account, String more) {
        return database.handle()
                .createQuery(SELECT + "where id = :id and account_id = :account" + more)
                .bind("id", id)
                .bind("account", account)
                .map(this::row)
                .findOne();
    }

    /** Not filed, last changed first; answers are large and stay where they are. */
    List<DraftHead> list(long account, Optional<String> implementation, Optional<Position> after, int limit) {
        Position from = after.orElse(new Position(TaskTable.NEVER, Long.MAX_VALUE));
        Query query = database.handle()
                .createQuery("select id, item, implementation, version, party_id, revision, updated_at from draft"
                        + " where account_id = :account and filed_as is null"
                        + implementation
                                .map(code -> " and implementation = :code")
                                .orElse("")
                        + " and updated_at <= :at and (updated_at < :at or id < :id)"
                        + " order by account_id desc, filed_as desc, updated_at desc, id desc limit :limit")
                .bind("account", account)
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit);
        implementation.ifPresent(code -> query.bind("code", code));
        return query.map(DraftTable::head).list();
    }

    /**
     * Writes other answers into a draft that is locked.
     *
     * @param text the answers as they are stored
     * @return the draft as it is now
     */
    Draft save(Draft current, Answers answers, String text, Instant at) {
        database.handle()
                .createUpdate(
                        "update draft set answers = :answers, revision = revision + 1, updated_at = :at where id = :id")
                .bind("answers", text)
                .bind("at", at)
                .bind("id", current.id())
                .execute();
        return new Draft(
                current.id(),
                current.item(),
                current.implementation(),
                current.version(),
                current.account(),
                current.party(),
                answers,
                current.revision() + 1,
                at,
                Optional.empty());
    }

    void move(long id, Version version, String answers, Instant at) {
        database.handle()
                .createUpdate("update draft set version = :version, answers = :answers, revision = revision + 1,"
                        + " updated_at = :at where id = :id")
                .bind("version", version.toString())
                .bind("answers", answers)
                .bind("at", at)
                .bind("id", id)
                .execute();
    }

    /** Notes as what a draft is filed, unless it was changed or filed since it was read; false then. */
    boolean filed(Draft draft, String number) {
        return database.handle()
                        .createUpdate("update draft set filed_as = :number where id = :id and account_id = :account"
                                + " and revision = :revision and filed_as is null")
                        .bind("number", number)
                        .bind("id", draft.id())
                        .bind("account", draft.account())
                        .bind("revision", draft.revision())
                        .execute()
                > 0;
    }

    void delete(long id) {
        database.handle()
                .createUpdate("delete from draft where id = :id")
                .bind("id", id)
                .execute();
    }

    private static DraftHead head(ResultSet row, StatementContext context) throws SQLException {
        return new DraftHead(
                row.getLong("id"),
                row.getString("item"),
                row.getString("implementation"),
                Version.parse(row.getString("version")),
                row.getLong("party_id"),
                row.getLong("revision"),
                CaseTable.instant(row, "updated_at").orElseThrow());
    }

    private Draft row(ResultSet row, StatementContext context) throws SQLException {
        return new Draft(
                row.getLong("id"),
                row.getString("item"),
                row.getString("implementation"),
                Version.parse(row.getString("version")),
                row.getLong("account_id"),
                row.getLong("party_id"),
                Answers.of(json.object(row.getString("answers"))),
                row.getLong("revision"),
                CaseTable.instant(row, "updated_at").orElseThrow(),
                Optional.ofNullable(row.getString("filed_as")));
    }
}
