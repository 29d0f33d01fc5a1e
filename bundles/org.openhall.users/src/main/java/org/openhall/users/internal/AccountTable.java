package org.openhall.users.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Post;
import org.openhall.storage.Database;

/** The tables account and post. */
final class AccountTable {

    /** One row per post, or one without. */
    static final String COLUMNS =
            "a.id, a.username, a.kind, a.name, a.phone, a.must_change, p.post, p.department, p.region";

    private static final String DUPLICATE = "23505";

    /** Somebody else has just taken the username; the transaction cannot go on. */
    static final class UsernameTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final Database database;

    AccountTable(Database database) {
        this.database = database;
    }

    long insert(Account account, String passwordHash, String terms, Instant now) {
        try {
            return database.handle()
                    .createUpdate("""
                            insert into account (username, username_key, kind, name, phone, password, must_change, terms, created_at)
                            values (:username, :key, :kind, :name, :phone, :password, :mustChange, :terms, :now)
                            """)
                    .bind("username", account.username())
                    .bind("key", Spelling.usernameKey(account.username()))
                    .bind("kind", account.kind())
                    .bind("name", account.name())
                    .bind("phone", account.phone())
                    .bind("password", passwordHash)
                    .bind("mustChange", account.mustChangePassword())
                    .bind("terms", terms)
                    .bind("now", now)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException sql && DUPLICATE.equals(sql.getSQLState())) {
                throw new UsernameTaken();
            }
            throw e;
        }
    }

    void insertPosts(long account, List<Post> posts) {
        if (posts.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = database.handle()
                .prepareBatch("insert into post (account_id, post, department, region) values (?, ?, ?, ?)")) {
            posts.stream().distinct().forEach(p -> batch.add(account, p.post(), p.department(), p.region()));
            batch.execute();
        }
    }

    boolean exists(String usernameKey) {
        return database.handle()
                .createQuery("select count(*) from account where username_key = :key")
                .bind("key", usernameKey)
                .mapTo(Integer.class)
                .map(n -> n > 0)
                .one();
    }

    boolean any() {
        return database.handle()
                .createQuery("select id from account order by id fetch first 1 rows only")
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    Optional<Account> find(long id) {
        return account(database.handle()
                .createQuery(
                        "select " + COLUMNS + " from account a left join post p on p.account_id = a.id where a.id = :id"
                                + " order by p.department, p.region, p.post")
                .bind("id", id)
                .map((row, context) -> oneRow(row))
                .list());
    }

    /** The hash of an account's password, with its id. */
    record Credential(long account, String usernameKey, String hash) {}

    Optional<Credential> credential(String usernameKey) {
        return database.handle()
                .createQuery("select id, username_key, password from account where username_key = :key")
                .bind("key", usernameKey)
                .map((row, context) -> credential(row))
                .findOne();
    }

    Optional<Credential> credential(long account) {
        return database.handle()
                .createQuery("select id, username_key, password from account where id = :id")
                .bind("id", account)
                .map((row, context) -> credential(row))
                .findOne();
    }

    private static Credential credential(ResultSet row) throws SQLException {
        return new Credential(row.getLong("id"), row.getString("username_key"), row.getString("password"));
    }

    /** Replaces a hash that is still the known one. */
    boolean changePassword(Credential known, String hash, boolean mustChange) {
        return database.handle()
                        .createUpdate("""
                                update account set password = :hash, must_change = :mustChange
                                where id = :id and password = :known
                                """)
                        .bind("hash", hash)
                        .bind("mustChange", mustChange)
                        .bind("id", known.account())
                        .bind("known", known.hash())
                        .execute()
                == 1;
    }

    /** The same password, hashed at another cost. */
    void rehash(Credential known, String hash) {
        database.handle()
                .createUpdate("update account set password = :hash where id = :id and password = :known")
                .bind("hash", hash)
                .bind("id", known.account())
                .bind("known", known.hash())
                .execute();
    }

    Map<Long, String> names(Set<Long> ids) {
        return database.handle()
                .createQuery("select id, name from account where id in (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map((row, context) -> Map.entry(row.getLong("id"), row.getString("name")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** An account with at most one of its posts. */
    static Account oneRow(ResultSet row) throws SQLException {
        String post = row.getString("post");
        return new Account(
                row.getLong("id"),
                row.getString("username"),
                AccountKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("phone"),
                row.getBoolean("must_change"),
                post == null
                        ? List.of()
                        : List.of(new Post(post, row.getString("department"), row.getString("region"))));
    }

    /** The rows of one account as one. */
    static Optional<Account> account(List<Account> rows) {
        if (rows.size() < 2) {
            return rows.stream().findFirst();
        }
        Account a = rows.get(0);
        List<Post> posts = rows.stream().flatMap(row -> row.posts().stream()).toList();
        return Optional.of(
                new Account(a.id(), a.username(), a.kind(), a.name(), a.phone(), a.mustChangePassword(), posts));
    }
}
