package org.openhall.storage.internal.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.storage.internal.backup.TableShape.Column;

/** The tables of the hall's schema, read from the database itself: what a migration adds is in the next backup. */
final class Tables {

    /**
     * What a restored hall must not have: sessions, so that nobody is signed in by a stolen file; who is throttled; which node works at what;
     * and the history of migrations, which it writes itself.
     */
    static final Set<String> LEFT_OUT =
            Set.of("session", "sign_in_failure", "progress_failure", "outbox_lease", "flyway_schema_history");

    private static final String SCHEMA = "select \"version\" from \"flyway_schema_history\" where \"success\""
            + " and \"version\" is not null order by \"installed_rank\" desc fetch first 1 rows only";
    private static final String ALL =
            "select table_name from information_schema.tables where table_schema = current_schema"
                    + " and table_type = 'BASE TABLE' order by table_name";
    private static final String COLUMNS =
            "select c.table_name, c.column_name, c.data_type, c.character_maximum_length, c.is_identity"
                    + " from information_schema.columns c join information_schema.tables t"
                    + " on t.table_schema = c.table_schema and t.table_name = c.table_name"
                    + " where c.table_schema = current_schema and t.table_type = 'BASE TABLE'"
                    + " order by c.table_name, c.ordinal_position";

    private Tables() {}

    /** The last migration, whichever node has run it. */
    static String schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SCHEMA)) {
            if (!row.next()) {
                throw new SQLException("The database has no history of migrations");
            }
            return row.getString(1);
        }
    }

    /** The names of all tables, as the database spells them. */
    static List<String> names(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** All that belong into a backup; a table comes after those that it refers to. */
    static List<TableShape> of(Connection connection) throws SQLException {
        Map<String, List<Column>> columns = columns(connection);
        Set<String> order = new LinkedHashSet<>();
        for (String table : columns.keySet()) {
            visit(connection, table, order, new LinkedHashSet<>());
        }
        return order.stream()
                .filter(columns::containsKey)
                .map(table -> new TableShape(lower(table), columns.get(table)))
                .collect(Collectors.toList());
    }

    private static Map<String, List<Column>> columns(Connection connection) throws SQLException {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                if (!LEFT_OUT.contains(lower(rows.getString(1)))) {
                    columns.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                            .add(new Column(
                                    lower(rows.getString(2)),
                                    Kind.of(lower(rows.getString(3))),
                                    rows.getLong(4),
                                    "YES".equals(rows.getString(5))));
                }
            }
        }
        return columns;
    }

    private static void visit(Connection connection, String table, Set<String> order, Set<String> way)
            throws SQLException {
        if (order.contains(table) || !way.add(table)) {
            return;
        }
        for (String parent : parents(connection, table)) {
            visit(connection, parent, order, way);
        }
        order.add(table);
    }

    private static List<String> parents(Connection connection, String table) throws SQLException {
        List<String> parents = new ArrayList<>();
        try (ResultSet keys =
                connection.getMetaData().getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (keys.next()) {
                parents.add(keys.getString("PKTABLE_NAME"));
            }
        }
        return parents;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
