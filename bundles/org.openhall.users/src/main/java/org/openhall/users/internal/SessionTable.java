package org.openhall.users.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.openhall.api.users.Account;
import org.openhall.storage.Database;

/** The table session. */
final class SessionTable {

    /** A session as it lies in the table, with its account as it is now. */
    record Row(Account account, String csrf, Instant created, Instant lastSeen) {}

    private final Database database;

    SessionTable(Database database) {
        this.database = database;
    }

    /** Opens a session if the password that was checked is still the account's. */
    boolean insert(String tokenHash, AccountTable.Credential checked, String csrf, Instant now) {
        return database.handle()
                        .createUpdate("""
                                insert into session (token_hash, account_id, csrf, created_at, last_seen)
                                select :token, a.id, :csrf, :now, :now from account a where a.id = :account and a.password = :hash
                                """)
                        .bind("token", tokenHash)
                        .bind("csrf", csrf)
                        .bind("now", now)
                        .bind("account", checked.account())
                        .bind("hash", checked.hash())
                        .execute()
                == 1;
    }

    Optional<Row> find(String tokenHash) {
        List<Row> rows = database.handle()
                .createQuery("select " + AccountTable.COLUMNS + """
                         , s.csrf, s.created_at, s.last_seen
                        from session s
                        join account a on a.id = s.account_id
                        left join post p on p.account_id = a.id
                        where s.token_hash = :token
                        order by p.department, p.region, p.post
                        """)
                .bind("token", tokenHash)
                .map((row, context) -> new Row(
                        AccountTable.oneRow(row),
                        row.getString("csrf"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_seen", OffsetDateTime.class).toInstant()))
                .list();
        return AccountTable.account(rows.stream().map(Row::account).toList())
                .map(account -> new Row(
                        account,
                        rows.get(0).csrf(),
                        rows.get(0).created(),
                        rows.get(0).lastSeen()));
    }

    void seen(String tokenHash, Instant now) {
        database.handle()
                .createUpdate("update session set last_seen = :now where token_hash = :token and last_seen < :now")
                .bind("now", now)
                .bind("token", tokenHash)
                .execute();
    }

    void delete(String tokenHash) {
        database.handle()
                .createUpdate("delete from session where token_hash = :token")
                .bind("token", tokenHash)
                .execute();
    }

    void deleteOthers(long account, String keptTokenHash) {
        database.handle()
                .createUpdate("delete from session where account_id = :account and token_hash <> :kept")
                .bind("account", account)
                .bind("kept", keptTokenHash)
                .execute();
    }

    /** Deletes some that nobody used since. */
    int deleteUnused(Instant since, int some) {
        return deleteOldest("last_seen", since, some);
    }

    /** Deletes some that were opened too long ago. */
    int deleteOpenedBefore(Instant time, int some) {
        return deleteOldest("created_at", time, some);
    }

    private int deleteOldest(String column, Instant time, int some) {
        return database.handle()
                .createUpdate("delete from session where token_hash in (select token_hash from session where " + column
                        + " <= :time order by " + column + " limit :some)")
                .bind("time", time)
                .bind("some", some)
                .execute();
    }
}
