package org.openhall.storage.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openhall.storage.testing.TestStorage;

/** Which tables and columns a backup of some database has. */
abstract class TablesContract {

    abstract TestStorage storage();

    @Test
    void everyTableAndColumnThatTheDatabaseHasIsInABackup() {
        try (TestStorage storage = storage()) {
            Map<String, Set<String>> inIt = new TreeMap<>();
            Map<String, Set<String>> there = new TreeMap<>();
            storage.transactions()
                    .read(() -> BackedUpHall.with(storage, connection -> {
                        Tables.of(connection)
                                .forEach(table ->
                                        table.columns().forEach(column -> add(inIt, table.name(), column.name())));
                        ask(connection, there);
                        return there;
                    }));

            assertThat(there).containsKeys("account", "hall_case", "item_bundle_part", "catalogue_turn");
            // what only a running hall needs, or whoever has stolen the file
            there.keySet()
                    .removeAll(Set.of(
                            "session", "sign_in_failure", "progress_failure", "outbox_lease", "flyway_schema_history"));
            assertThat(inIt).isEqualTo(there);
        }
    }

    /** What the driver says. */
    private static void ask(Connection connection, Map<String, Set<String>> there) throws SQLException {
        try (ResultSet all =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (all.next()) {
                add(there, all.getString("TABLE_NAME"), all.getString("COLUMN_NAME"));
            }
        }
    }

    private static void add(Map<String, Set<String>> tables, String table, String column) {
        tables.computeIfAbsent(table.toLowerCase(Locale.ROOT), name -> new TreeSet<>())
                .add(column.toLowerCase(Locale.ROOT));
    }
}
