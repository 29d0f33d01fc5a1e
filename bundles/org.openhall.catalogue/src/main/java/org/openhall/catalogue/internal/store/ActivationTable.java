package org.openhall.catalogue.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.openhall.api.catalogue.Version;
import org.openhall.storage.Database;

/** Which full version serves which line: table {@code activation}. */
public final class ActivationTable {

    private static final String COLUMNS =
            "item, line, micro, activated_at, accepts_since, retired, withdrawn, drained_at";

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
     * @param acceptsSince when the line came first, or came back
     * @param retired whether it takes no filings any more, whatever its age
     * @param withdrawn whether its code was taken out
     * @param drainedAt when its last case ended and its bundle was taken out
     */
    public record Row(
            String item,
            Version version,
            Instant activatedAt,
            Instant acceptsSince,
            boolean retired,
            boolean withdrawn,
            Optional<Instant> drainedAt) {

        /** A line that a version begins. */
        public static Row begun(String item, Version version, Instant now) {
            return new Row(item, version, now, now, false, false, Optional.empty());
        }

        /** The same line, served by a version from now on. */
        public Row pointed(Version to, Instant now) {
            // what was taken out was the code of the version before
            boolean out = withdrawn && to.equals(version);
            return new Row(item, to, now, acceptsSince, retired, out, Optional.empty());
        }

        /** The same line, taking filings since then; what takes filings has its code. */
        public Row accepting(Instant since) {
            return new Row(item, version, activatedAt, since, false, false, drainedAt);
        }

        /** The same line, taking nothing new. */
        public Row retire() {
            return new Row(item, version, activatedAt, acceptsSince, true, withdrawn, drainedAt);
        }

        /** The same line, with or without its code. */
        public Row withdrawn(boolean out) {
            return new Row(item, version, activatedAt, acceptsSince, retired, out, drainedAt);
        }

        /** The same line, drained or not; a drained one takes nothing new by itself. */
        public Row drained(Optional<Instant> at) {
            return new Row(item, version, activatedAt, acceptsSince, true, withdrawn, at);
        }
    }

    /** All lines. */
    public List<Row> all() {
        return database.handle()
                .createQuery("select " + COLUMNS + " from activation")
                .map((row, context) -> row(row))
                .list();
    }

    /** Holds all lines of all items until the transaction ends: nobody else changes any, on no node. New items have no row to hold. */
    public void lock() {
        database.handle()
                .createQuery("select id from catalogue_turn for update")
                .mapTo(Integer.class)
                .one();
    }

    /** Writes a line, whether it is there or not. */
    public void put(Row row) {
        int changed = bound(
                        database.handle()
                                .createUpdate("update activation set micro = :micro, activated_at = :activated,"
                                        + " accepts_since = :since, retired = :retired, withdrawn = :withdrawn,"
                                        + " drained_at = :drained where item = :item and line = :line"),
                        row)
                .execute();
        if (changed == 0) {
            bound(
                            database.handle()
                                    .createUpdate("insert into activation (" + COLUMNS + ") values (:item, :line,"
                                            + " :micro, :activated, :since, :retired, :withdrawn, :drained)"),
                            row)
                    .execute();
        }
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Row row) {
        return statement
                .bind("item", row.item())
                .bind("line", row.version().line())
                .bind("micro", row.version().micro())
                .bind("activated", row.activatedAt())
                .bind("since", row.acceptsSince())
                .bind("retired", row.retired())
                .bind("withdrawn", row.withdrawn())
                .bind("drained", row.drainedAt().orElse(null));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("item"),
                Version.parse(row.getString("line") + "." + row.getInt("micro")),
                row.getObject("activated_at", OffsetDateTime.class).toInstant(),
                row.getObject("accepts_since", OffsetDateTime.class).toInstant(),
                row.getBoolean("retired"),
                row.getBoolean("withdrawn"),
                Optional.ofNullable(row.getObject("drained_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
