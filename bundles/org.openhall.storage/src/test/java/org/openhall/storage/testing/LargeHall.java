package org.openhall.storage.testing;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openhall.storage.internal.DatabaseAddress;
import org.openhall.storage.internal.OpenDatabase;

/** A migrated database with some thousand rows in every table there is, and statistics of them: what statements are planned against. */
public final class LargeHall {

    private static final int ROWS = 2_000;
    private static final OffsetDateTime BEGAN = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    private final Connection connection;
    private final boolean postgres;
    private final Map<String, Plan.Index> indexes = new HashMap<>();

    private LargeHall(OpenDatabase open, boolean postgres) {
        this.postgres = postgres;
        try {
            connection = open.dialect().dataSource().getConnection();
            fill();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On H2 in memory. */
    public static LargeHall onH2() {
        return new LargeHall(
                OpenDatabase.open(new DatabaseAddress("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", 2, 3_000)), false);
    }

    /** In a schema of its own, made anew; empty when there is no PostgreSQL. */
    public static Optional<LargeHall> onPostgres(String schema) {
        return PostgresServer.shared()
                .map(server -> new PostgresSchema(server, schema).made())
                .map(made -> new LargeHall(OpenDatabase.open(made.address(2)), true));
    }

    /** Changes it, for tests of what is found then. */
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** How a statement would be carried out; its parameters get values of their types. */
    synchronized Plan plan(String sql) throws SQLException {
        try (PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
            ParameterMetaData parameters = explain.getParameterMetaData();
            for (int i = 1; i <= parameters.getParameterCount(); i++) {
                explain.setObject(i, value(parameters.getParameterType(i)));
            }
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return new Plan(String.join("\n", lines), indexes);
        }
    }

    private void fill() throws SQLException {
        Set<String> filled = new TreeSet<>();
        Map<String, Set<String>> waiting = tables();
        while (!waiting.isEmpty()) {
            for (String table : List.copyOf(waiting.keySet())) {
                if (filled.containsAll(waiting.get(table))) {
                    fill(table);
                    look(table);
                    filled.add(table);
                    waiting.remove(table);
                }
            }
        }
        execute("analyze");
        if (postgres) {
            // these tables are still small enough for PostgreSQL to prefer reading them whole
            execute("set enable_seqscan = off");
        }
    }

    /** All tables, each with those that its rows refer to. */
    private Map<String, Set<String>> tables() throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        Map<String, Set<String>> tables = new LinkedHashMap<>();
        try (ResultSet rows = metaData.getTables(
                connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                tables.put(rows.getString("TABLE_NAME"), new TreeSet<>());
            }
        }
        tables.keySet().removeIf(table -> table.startsWith("flyway"));
        for (var table : tables.entrySet()) {
            try (ResultSet keys =
                    metaData.getImportedKeys(connection.getCatalog(), connection.getSchema(), table.getKey())) {
                while (keys.next()) {
                    table.getValue().add(keys.getString("PKTABLE_NAME"));
                }
            }
        }
        return tables;
    }

    private void fill(String table) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        try (ResultSet columns =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (columns.next()) {
                String value = sql(columns.getInt("DATA_TYPE"), columns.getInt("COLUMN_SIZE"));
                boolean nullable = columns.getInt("NULLABLE") == DatabaseMetaData.columnNullable;
                values.put(
                        columns.getString("COLUMN_NAME"),
                        nullable ? "case when mod(x, 50) = 0 then null else " + value + " end" : value);
            }
        }
        execute("insert into " + quoted(table) + " ("
                + values.keySet().stream().map(LargeHall::quoted).collect(Collectors.joining(", ")) + ") select "
                + String.join(", ", values.values()) + " from "
                + (postgres ? "generate_series(1, " + ROWS + ") as x" : "system_range(1, " + ROWS + ")"));
    }

    private void look(String table) throws SQLException {
        try (ResultSet rows = connection
                .getMetaData()
                .getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
            while (rows.next()) {
                if (rows.getShort("ORDINAL_POSITION") == 1) {
                    indexes.put(
                            rows.getString("INDEX_NAME").toLowerCase(Locale.ROOT),
                            new Plan.Index(
                                    table.toLowerCase(Locale.ROOT),
                                    rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT)));
                }
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    /** A value of the row with the number x. */
    private static String sql(int type, int size) {
        return switch (type) {
            case Types.BIGINT, Types.INTEGER -> "x";
            case Types.BOOLEAN, Types.BIT -> "mod(x, 50) = 0";
            case Types.BINARY, Types.VARBINARY -> "cast('v' || x as bytea)";
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                "timestamp with time zone '2026-01-01 00:00:00+00' + interval '1' second * x";
            case Types.VARCHAR, Types.CHAR -> "cast('v' || x as varchar(" + size + "))";
            default -> throw new IllegalStateException("no values for columns of type " + type);
        };
    }

    /** A value that some row may have. */
    private static Object value(int type) {
        return switch (type) {
            case Types.BIGINT -> 20L;
            case Types.INTEGER -> 20;
            case Types.BOOLEAN, Types.BIT -> true;
            case Types.BINARY, Types.VARBINARY -> new byte[] {'v', '2', '0'};
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> BEGAN.plusSeconds(20);
            default -> "v20";
        };
    }
}
