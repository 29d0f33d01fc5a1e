package org.openhall.catalogue.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlStatement;
import org.openhall.api.catalogue.Deployed.Plan;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.storage.Database;

/** Planned activations, one of an item at most: table {@code activation_plan}. */
public final class PlanTable {

    private static final String COLUMNS = "item, version, at, hard, account_id, by_name, departments";

    private final Database database;

    /** Works on the open transaction. */
    public PlanTable(Database database) {
        this.database = database;
    }

    /**
     * A planned activation.
     *
     * @param item key
     * @param version to be activated
     * @param at when
     * @param hard whether earlier lines accept nothing from then on
     * @param by who planned it
     */
    public record Row(String item, Version version, Instant at, boolean hard, Operator by) {

        /** As administrators see it. */
        public Plan plan() {
            return new Plan(version, at, hard, by.name());
        }
    }

    /** Plans, instead of what was planned for the item. */
    public void put(Row row) {
        delete(row.item());
        bound(
                        database.handle()
                                .createUpdate("insert into activation_plan (" + COLUMNS
                                        + ") values (:item, :version, :at, :hard, :account, :by, :departments)"),
                        row)
                .bind("hard", row.hard())
                .bind("account", row.by().account().orElse(null))
                .bind("by", row.by().name())
                .bind(
                        "departments",
                        row.by()
                                .departments()
                                .map(codes ->
                                        String.join(" ", codes.stream().sorted().toList()))
                                .orElse(null))
                .execute();
    }

    /** Takes the plan of an item out; false when there is none. */
    public boolean delete(String item) {
        return database.handle()
                        .createUpdate("delete from activation_plan where item = :item")
                        .bind("item", item)
                        .execute()
                > 0;
    }

    /** Takes this very plan out; false when somebody else was faster. */
    public boolean delete(Row row) {
        return bound(
                                database.handle()
                                        .createUpdate("delete from activation_plan where item = :item"
                                                + " and version = :version and at = :at"),
                                row)
                        .execute()
                > 0;
    }

    /** Plans whose time has come, oldest first. */
    public List<Row> due(Instant now, int limit) {
        return database.handle()
                .createQuery(
                        "select " + COLUMNS + " from activation_plan where at <= :now order by at, item limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list();
    }

    /** The plans of these items. */
    public List<Row> of(Collection<String> items) {
        return items.isEmpty()
                ? List.of()
                : database.handle()
                        .createQuery("select " + COLUMNS + " from activation_plan where item in (<items>)")
                        .bindList("items", List.copyOf(items))
                        .map((row, context) -> row(row))
                        .list();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Row row) {
        return statement
                .bind("item", row.item())
                .bind("version", row.version().toString())
                .bind("at", row.at());
    }

    private static Row row(ResultSet row) throws SQLException {
        long account = row.getLong("account_id");
        Optional<Long> by = row.wasNull() ? Optional.empty() : Optional.of(account);
        Optional<Set<String>> departments = Optional.ofNullable(row.getString("departments"))
                .map(codes -> codes.isEmpty() ? Set.of() : Set.of(codes.split(" ")));
        return new Row(
                row.getString("item"),
                Version.parse(row.getString("version")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("hard"),
                new Operator(by, row.getString("by_name"), departments));
    }
}
