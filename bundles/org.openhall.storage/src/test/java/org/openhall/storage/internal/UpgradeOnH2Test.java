package org.openhall.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeOnH2Test extends UpgradeContract {

    @Override
    DatabaseAddress empty() {
        return new DatabaseAddress("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", 2, 3_000);
    }

    @Test
    void anUpgradeThatFailedIsDoneAgain(@TempDir Path home) throws SQLException {
        var address = new DatabaseAddress("jdbc:h2:file:" + home.resolve("hall"), "sa", "", 2, 3_000);
        Dialect before = Dialect.of(address);
        Migrations.upTo("202611230202", before.dataSource()).migrate();
        execute(before, "create table desk_of (one integer)");
        execute(before, "create view in_the_way as select one from desk_of");
        assertThatThrownBy(() -> Migrations.of(before.dataSource()).migrate()).hasMessageContaining("IN_THE_WAY");
        execute(before, "drop view in_the_way");
        execute(before, "checkpoint sync");
        before.abandon();

        try (OpenDatabase open = OpenDatabase.open(address)) {
            execute(open.dialect(), "select desk from task");
        }
    }

    @Test
    void whatWasDoneToTheClocksBeforeItWasNotedIsDoneAgain() throws SQLException {
        DatabaseAddress address = empty();
        Dialect before = Dialect.of(address);
        for (String version : List.of("202611230401", "202611230402")) {
            Migrations.upTo(version, before.dataSource()).migrate();
            execute(before, "delete from \"flyway_schema_history\" where \"version\" = '" + version + "'");
        }
        execute(before, "checkpoint sync");
        before.abandon();

        try (OpenDatabase open = OpenDatabase.open(address)) {
            execute(open.dialect(), "select clock from task");
        }
    }

    private static void execute(Dialect dialect, String sql) throws SQLException {
        try (Connection connection = dialect.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void noIndexOfACaseIsTheBeginningOfAnother() throws SQLException {
        try (OpenDatabase open = OpenDatabase.open(empty());
                Connection connection = open.dialect().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select table_name, index_name"
                                + " from information_schema.indexes where index_name like 'CONSTRAINT%' and table_name"
                                + " in ('TASK', 'CASE_EVENT', 'CASE_ANSWERS', 'CASE_FINDING', 'MATERIAL_OPINION', 'CASE_READING')")) {
            assertThat(row.next()).isFalse();
        }
    }
}
