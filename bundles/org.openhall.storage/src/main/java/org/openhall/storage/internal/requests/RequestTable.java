package org.openhall.storage.internal.requests;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openhall.api.storage.RequestKey;
import org.openhall.storage.Database;
import org.openhall.storage.internal.Hashes;

/** The table request_once. */
final class RequestTable {

    /** A request that took effect: what it was and what it made. */
    record Row(String bodyHash, String reference) {}

    private static final String ONE = " where request = :request";

    private final Database database;

    RequestTable(Database database) {
        this.database = database;
    }

    /** Waits for whoever is writing the same key. */
    boolean insert(RequestKey request, String reference, Instant now) {
        return database.insertUnlessThere(
                "request_once",
                List.of("request", "body_hash", "reference", "created_at"),
                row -> row.bind("request", digest(request))
                        .bind("body_hash", HexFormat.of().parseHex(request.bodyHash()))
                        .bind("reference", reference)
                        .bind("created_at", now));
    }

    Optional<Row> find(RequestKey request) {
        return database.handle()
                .createQuery("select body_hash, reference from request_once" + ONE)
                .bind("request", digest(request))
                .map((row, context) ->
                        new Row(HexFormat.of().formatHex(row.getBytes("body_hash")), row.getString("reference")))
                .findOne();
    }

    int settle(RequestKey request, String reference) {
        return database.handle()
                .createUpdate("update request_once set reference = :reference" + ONE)
                .bind("reference", reference)
                .bind("request", digest(request))
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

    /** Short whatever the key: this row and its index are written with each change that has one. A path has no line break, nor has a key. */
    private static byte[] digest(RequestKey request) {
        String whole = request.principal() + "\n" + request.path() + "\n" + request.key();
        return Hashes.sha256().digest(whole.getBytes(StandardCharsets.UTF_8));
    }
}
