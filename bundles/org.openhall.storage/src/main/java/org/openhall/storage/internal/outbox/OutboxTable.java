package org.openhall.storage.internal.outbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.openhall.storage.Database;

/** The table outbox_message. */
final class OutboxTable {

    /** In a range of times, and no earlier message of the same subject is still waiting. */
    private static final String HEADS = """
            from outbox_message m
            where m.consumer = :consumer and m.parked = false and m.next_at > :after and m.next_at <= :until
              and not exists (select 1 from outbox_message e
                              where e.consumer = m.consumer and e.subject = m.subject and e.parked = false and e.id < m.id)
            """;

    /** Later than any clock. */
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private final Database database;

    OutboxTable(Database database) {
        this.database = database;
    }

    void append(String consumer, String subject, String payload, Instant now) {
        database.handle()
                .createUpdate("""
                        insert into outbox_message (consumer, subject, payload, created_at, next_at)
                        values (:consumer, :subject, :payload, :now, :now)
                        """)
                .bind("consumer", consumer)
                .bind("subject", subject)
                .bind("payload", payload)
                .bind("now", now)
                .execute();
    }

    /**
     * The next messages, at most one per subject: those that are due, and then those that are due at a time which no pause is long enough for,
     * because the clock went back.
     *
     * @param never no message that was written by this clock is due later
     */
    List<OutboxMessage> heads(String consumer, Instant now, Instant never, int limit) {
        List<OutboxMessage> heads = new ArrayList<>(between(consumer, Instant.EPOCH, now, limit));
        if (heads.size() < limit) {
            heads.addAll(between(consumer, never, FAR, limit - heads.size()));
        }
        return heads;
    }

    private List<OutboxMessage> between(String consumer, Instant after, Instant until, int limit) {
        return database.handle()
                .createQuery("select m.id, m.subject, m.payload, m.attempts, m.created_at " + HEADS
                        + " order by m.consumer, m.parked, m.next_at, m.id fetch first :limit rows only")
                .bind("consumer", consumer)
                .bind("after", after)
                .bind("until", until)
                .bind("limit", limit)
                .map((row, context) -> new OutboxMessage(
                        row.getLong("id"),
                        row.getString("subject"),
                        row.getString("payload"),
                        row.getInt("attempts"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** How many messages of a consumer are to be delivered, or were given up; counted to a limit. */
    int count(String consumer, boolean parked, int limit) {
        return database.handle()
                .createQuery("""
                        select count(*) from (select id from outbox_message where consumer = :consumer and parked = :parked
                                              order by consumer, parked, next_at, id fetch first :limit rows only) waiting
                        """)
                .bind("consumer", consumer)
                .bind("parked", parked)
                .bind("limit", limit)
                .mapTo(Integer.class)
                .one();
    }

    /** When the message was due, or will be, whose turn is next. */
    Optional<Instant> due(String consumer) {
        return database.handle()
                .createQuery("""
                        select next_at from outbox_message where consumer = :consumer and parked = false
                        order by consumer, parked, next_at, id fetch first row only
                        """)
                .bind("consumer", consumer)
                .map((row, context) ->
                        row.getObject("next_at", OffsetDateTime.class).toInstant())
                .findOne();
    }

    void delete(long id) {
        database.handle()
                .createUpdate("delete from outbox_message where id = :id")
                .bind("id", id)
                .execute();
    }

    /** Lets messages wait; that is no try. */
    void postpone(Map<Long, Instant> until) {
        PreparedBatch batch =
                database.handle().prepareBatch("update outbox_message set next_at = :nextAt where id = :id");
        until.forEach(
                (id, nextAt) -> batch.bind("nextAt", nextAt).bind("id", id).add());
        batch.execute();
    }

    void failed(long id, int attempts, Instant nextAt, boolean parked, String error) {
        Handle handle = database.handle();
        handle.createUpdate("""
                        update outbox_message set attempts = :attempts, next_at = :nextAt, parked = :parked, last_error = :error
                        where id = :id
                        """)
                .bind("attempts", attempts)
                .bind("nextAt", nextAt)
                .bind("parked", parked)
                .bind("error", error)
                .bind("id", id)
                .execute();
    }
}
