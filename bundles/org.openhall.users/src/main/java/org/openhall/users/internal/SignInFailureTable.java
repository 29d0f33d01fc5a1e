package org.openhall.users.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openhall.storage.Database;

/** The table sign_in_failure: attempts that did not succeed, or not yet. */
final class SignInFailureTable {

    /** How often, and when last. */
    record Count(int attempts, Instant last) {}

    private final Database database;

    SignInFailureTable(Database database) {
        this.database = database;
    }

    /**
     * How often since an instant.
     *
     * @param until what was written later was written by a clock that has gone back since; nobody waits for that
     */
    Map<String, Count> since(List<String> subjects, Instant time, Instant until) {
        return database.handle()
                .createQuery("""
                        select subject, count(*) as attempts, max(at) as last_at from sign_in_failure
                        where subject in (<subjects>) and at > :time and at <= :until group by subject
                        """)
                .bindList("subjects", subjects)
                .bind("time", time)
                .bind("until", until)
                .map((row, context) -> Map.entry(
                        row.getString("subject"),
                        new Count(
                                row.getInt("attempts"),
                                row.getObject("last_at", OffsetDateTime.class).toInstant())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void insert(List<String> subjects, Instant now) {
        for (String subject : subjects) {
            database.handle()
                    .createUpdate("insert into sign_in_failure (subject, at) values (:subject, :now)")
                    .bind("subject", subject)
                    .bind("now", now)
                    .execute();
        }
    }

    /** Forgets all attempts on one subject. */
    void delete(String subject) {
        database.handle()
                .createUpdate("delete from sign_in_failure where subject = :subject")
                .bind("subject", subject)
                .execute();
    }

    /** Forgets one attempt of a moment. */
    void delete(String subject, Instant at) {
        database.handle()
                .createUpdate("""
                        delete from sign_in_failure
                        where id = (select max(id) from sign_in_failure where subject = :subject and at = :at)
                        """)
                .bind("subject", subject)
                .bind("at", at)
                .execute();
    }

    int deleteBefore(Instant time, int some) {
        return database.handle()
                .createUpdate("delete from sign_in_failure where id in (select id from sign_in_failure where at < :time"
                        + " order by at, id limit :some)")
                .bind("time", time)
                .bind("some", some)
                .execute();
    }
}
