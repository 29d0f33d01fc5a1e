package org.openhall.catalogue.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Version;
import org.openhall.storage.Database;

/** Which full version serves which line: table {@code activation}. */
public final class ActivationTable {

    private final Database database;

    /** Works on the open transaction. */
    public ActivationTable(Database database) {
        this.database = database;
    }

    /**
     * One line.
     *
     * @param item key
     * @param version that serves the line
     * @param activatedAt when the pointer was moved last
     * @param acceptsSince when the line came first
     * @param retired whether it takes no filings any more, whatever its age
     * @param withdrawn whether its code was taken out
     */
    public record Row(
            String item,
            Version version,
            Instant activatedAt,
            Instant acceptsSince,
            boolean retired,
            boolean withdrawn) {}

    /** All lines. */
    public List<Row> all() {
        return database.handle()
                .createQuery(
                        "select item, line, micro, activated_at, accepts_since, retired, withdrawn from activation")
                .map((row, context) -> row(row))
                .list();
    }

    /** When the pointer of a line was moved last. */
    public Optional<Instant> activatedAt(String item, String line) {
        return database.handle()
                .createQuery("select activated_at from activation where item = :item and line = :line")
                .bind("item", item)
                .bind("line", line)
                .mapTo(Instant.class)
                .findOne();
    }

    /** Points a line to a version; a line that is new begins to accept. */
    public void point(String item, Version version, Instant now) {
        int moved = database.handle()
                .createUpdate("update activation set micro = :micro, activated_at = :now"
                        + " where item = :item and line = :line")
                .bind("micro", version.micro())
                .bind("now", now)
                .bind("item", item)
                .bind("line", version.line())
                .execute();
        if (moved == 0) {
            database.handle()
                    .createUpdate("insert into activation (item, line, micro, activated_at, accepts_since, retired)"
                            + " values (:item, :line, :micro, :now, :now, false)")
                    .bind("item", item)
                    .bind("line", version.line())
                    .bind("micro", version.micro())
                    .bind("now", now)
                    .execute();
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("item"),
                Version.parse(row.getString("line") + "." + row.getInt("micro")),
                row.getObject("activated_at", OffsetDateTime.class).toInstant(),
                row.getObject("accepts_since", OffsetDateTime.class).toInstant(),
                row.getBoolean("retired"),
                row.getBoolean("withdrawn"));
    }
}
