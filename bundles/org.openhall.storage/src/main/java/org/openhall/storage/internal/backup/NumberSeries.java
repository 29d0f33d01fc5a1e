package org.openhall.storage.internal.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openhall.storage.internal.backup.TableShape.Column;

/**
 * What comes next in sequences and numbered columns, by the names {@code sequence} and {@code table.column}. They know no transactions: read
 * after the snapshot was taken they are never behind its rows.
 */
final class NumberSeries {

    private final Connection connection;
    private final boolean embedded;

    NumberSeries(Connection connection, boolean embedded) {
        this.connection = connection;
        this.embedded = embedded;
    }

    Map<String, Long> read(List<TableShape> tables) throws SQLException {
        Map<String, Long> next = new LinkedHashMap<>();
        for (String sequence : sequences()) {
            next.put(
                    sequence,
                    embedded
                            ? number("select base_value from information_schema.sequences where sequence_schema ="
                                    + " current_schema and lower(sequence_name) = '" + sequence + "'")
                            : next(sequence));
        }
        for (TableShape table : tables) {
            for (Column column : table.columns()) {
                if (column.identity()) {
                    next.put(table.name() + "." + column.name(), numbered(table.name(), column.name()));
                }
            }
        }
        return next;
    }

    /** Lets the series go on. */
    void restore(Map<String, Long> next) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Long> one : next.entrySet()) {
                String[] name = one.getKey().split("\\.");
                statement.execute((name.length == 1
                                ? "alter sequence " + name[0]
                                : "alter table " + name[0] + " alter column " + name[1])
                        + " restart with " + one.getValue());
            }
        }
    }

    private List<String> sequences() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sequence_name from information_schema.sequences"
                        + " where sequence_schema = current_schema order by 1")) {
            while (rows.next()) {
                names.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private long numbered(String table, String column) throws SQLException {
        if (embedded) {
            return number("select identity_base from information_schema.columns where table_schema = current_schema"
                    + " and lower(table_name) = '" + table + "' and lower(column_name) = '" + column + "'");
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select pg_get_serial_sequence('" + table + "', '" + column + "')")) {
            row.next();
            return next(row.getString(1));
        }
    }

    /** On PostgreSQL a sequence is a table of one row. */
    private long next(String sequence) throws SQLException {
        return number("select case when is_called then last_value + 1 else last_value end from " + sequence);
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new SQLException("No answer to " + sql);
            }
            return row.getLong(1);
        }
    }
}
