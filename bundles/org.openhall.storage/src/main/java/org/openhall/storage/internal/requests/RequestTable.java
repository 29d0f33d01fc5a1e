package org.openhall.storage.internal.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.api.storage.RequestKey;
import org.openhall.storage.Database;
import org.openhall.storage.internal.Dialect;

/** The table request_once. */
final class RequestTable {

    /** A claimed request: what it was and what it made. */
    record Row(String bodyHash, Optional<String> reference) {}

    private static final String ONE = " where principal = :principal and path = :path and request_key = :request_key";

    private final Database database;
    private final Dialect dialect;
    private final String insert;

    RequestTable(Database database, Dialect dialect) {
        this.database = database;
        this.dialect = dialect;
        insert = dialect.insertUnlessThere(
                "request_once", List.of("principal", "path", "request_key", "body_hash", "created_at"));
    }

    /** Waits for whoever is claiming the same key. */
    boolean insert(RequestKey request, Instant now) {
        return dialect.inserts(database.handle()
                .createUpdate(insert)
                .bind("principal", request.principal())
                .bind("path", request.path())
                .bind("request_key", request.key())
                .bind("body_hash", request.bodyHash())
                .bind("created_at", now));
    }

    Optional<Row> find(RequestKey request) {
        return database.handle()
                .createQuery("select body_hash, reference from request_once" + ONE)
                .bind("principal", request.principal())
                .bind("path", request.path())
                .bind("request_key", request.key())
                .map((row, context) ->
                        new Row(row.getString("body_hash"), Optional.ofNullable(row.getString("reference"))))
                .findOne();
    }

    int settle(RequestKey request, String reference) {
        return database.handle()
                .createUpdate("update request_once set reference = :reference" + ONE)
                .bind("reference", reference)
                .bind("principal", request.principal())
                .bind("path", request.path())
                .bind("request_key", request.key())
                .execute();
    }

    /** Deletes the oldest of what is older; so many and those of the same moment. */
    int deleteBefore(Instant time, int some) {
        return database.handle()
                .createUpdate(
                        "delete from request_once where created_at <= (select max(created_at) from (select created_at"
                                + " from request_once where created_at < :time order by created_at limit :some) oldest)")
                .bind("time", time)
                .bind("some", some)
                .execute();
    }
}
