package org.openhall.storage.internal.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openhall.storage.internal.backup.TableShape.Column;

/** Puts rows into every table there is, whatever it holds, and reads all of them. */
final class Filled {

    private static final Instant SOME_TIME = Instant.parse("2026-11-20T01:02:03.456789Z");

    private Filled() {}

    /** Some rows of every table; the last one has nothing where that is allowed. References fit because equal rows have equal values. */
    static void tables(Connection connection, int rows) throws SQLException {
        for (TableShape table : Tables.of(connection)) {
            try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
                for (int row = 1; row <= rows; row++) {
                    for (int at = 0; at < table.columns().size(); at++) {
                        Column column = table.columns().get(at);
                        boolean nothing = row == rows && nullable(connection, table.name(), column.name());
                        insert.setObject(at + 1, nothing ? null : value(column, row), type(column.kind()));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    private static Object value(Column column, int row) {
        return switch (column.kind()) {
            case NUMBER -> row;
            case TRUTH -> row % 2 == 0;
            case TIME -> OffsetDateTime.ofInstant(SOME_TIME.plusSeconds(row), ZoneOffset.UTC);
            case TEXT -> text(row, column.length());
            case BYTES -> new byte[] {0, (byte) row, -1, 10, 13, 127, -128};
        };
    }

    private static String text(int row, long length) {
        String text = row + " 报刊亭\n\"\\\t\u00e9";
        return length < text.length() ? Integer.toString(row) : text;
    }

    private static int type(Kind kind) {
        return switch (kind) {
            case NUMBER -> java.sql.Types.BIGINT;
            case TRUTH -> java.sql.Types.BOOLEAN;
            case TIME -> java.sql.Types.TIMESTAMP_WITH_TIMEZONE;
            case TEXT -> java.sql.Types.VARCHAR;
            case BYTES -> java.sql.Types.BINARY;
        };
    }

    private static boolean nullable(Connection connection, String table, String column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select is_nullable from information_schema.columns where"
                        + " table_schema = current_schema and lower(table_name) = '" + table
                        + "' and lower(column_name) = '" + column + "'")) {
            row.next();
            return "YES".equals(row.getString(1));
        }
    }

    /** All rows as texts, sorted, by table. */
    static Map<String, List<String>> read(Connection connection) throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        for (TableShape table : Tables.of(connection)) {
            List<String> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(table.select())) {
                while (row.next()) {
                    rows.add(text(table, row));
                }
            }
            rows.sort(null);
            all.put(table.name(), rows);
        }
        return all;
    }

    private static String text(TableShape table, ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int at = 0; at < table.columns().size(); at++) {
            values.add(
                    switch (table.columns().get(at).kind()) {
                        case BYTES -> {
                            byte[] bytes = row.getBytes(at + 1);
                            yield bytes == null ? null : HexFormat.of().formatHex(bytes);
                        }
                        case TIME -> {
                            OffsetDateTime time = row.getObject(at + 1, OffsetDateTime.class);
                            yield time == null ? null : time.toInstant().toString();
                        }
                        default -> String.valueOf(row.getObject(at + 1));
                    });
        }
        return String.join("|", values.stream().map(String::valueOf).toList());
    }
}
