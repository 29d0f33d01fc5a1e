package org.openhall.bench.growth;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Indexes are taken away before millions of rows come and made again afterwards, which is several times as fast as keeping them up. */
final class Indexes {

    private static final String ON_H2 = """
            select quote_ident(c.index_name), 'create index ' || quote_ident(c.index_name) || ' on '
                || quote_ident(c.table_name) || ' (' || listagg(quote_ident(c.column_name), ', ') within group (order by c.ordinal_position) || ')'
            from information_schema.index_columns c
            join information_schema.indexes i on i.index_schema = c.index_schema and i.index_name = c.index_name
            where i.table_schema = 'PUBLIC' and i.index_type_name = 'INDEX' and i.is_generated = false
                and not exists (select 1 from information_schema.table_constraints k
                    where k.index_schema = i.index_schema and k.index_name = i.index_name)
            group by c.index_name, c.table_name""";

    private static final String ON_POSTGRES = """
            select quote_ident(indexname), indexdef from pg_indexes where schemaname = current_schema()
                and indexname not in (select conname from pg_constraint)""";

    private final Connection connection;
    private final Map<String, String> definitions = new LinkedHashMap<>();

    private Indexes(Connection connection) {
        this.connection = connection;
    }

    /** Takes away all that only make reading faster; those of keys and references stay. */
    static Indexes takenFrom(Connection connection, Series series) throws SQLException {
        var indexes = new Indexes(connection);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(series.postgres() ? ON_POSTGRES : ON_H2)) {
                while (rows.next()) {
                    indexes.definitions.put(rows.getString(1), rows.getString(2));
                }
            }
            for (String name : indexes.definitions.keySet()) {
                statement.execute("drop index " + name);
            }
        }
        return indexes;
    }

    /** Makes them again. */
    void giveBack() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String definition : definitions.values()) {
                statement.execute(definition);
            }
        }
    }
}
