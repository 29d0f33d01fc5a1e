package org.openhall.storage.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Who may do a task as one short key, in the indexes of the desk in place of three texts. A task that is closed is nobody's any more, so that it stays
 * where it is among those that nobody has taken. Written in Java because the two databases compute
 * a digest in different words. H2 keeps each statement for itself: interrupted, all of this can be run again.
 */
final class DesksMigration implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("202611230301");
    }

    @Override
    public String getDescription() {
        return "desks";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    // first what H2 would make anew with the table
                    "drop index if exists task_desk",
                    "drop index if exists task_named",
                    "drop index if exists task_mine",
                    "drop index if exists task_finished",
                    "alter table task add column if not exists desk bytea default '' not null",
                    "drop table if exists desk_of",
                    "create table desk_of (department varchar(40), region varchar(12), post varchar(20), desk bytea not null,"
                            + " primary key (department, region, post))")) {
                statement.execute(sql);
            }
            keys(connection);
            for (String sql : List.of(
                    "update task set claimant = case when is_open then claimant end, desk = (select k.desk from desk_of k"
                            + " where k.department = task.department and k.region = task.region and k.post = task.post)",
                    "drop table desk_of",
                    // a node of the hall before this one fails rather than open tasks that nobody finds
                    "alter table task alter column desk drop default",
                    "create index task_desk on task (desk, is_open, due_at, id)",
                    "create index task_named on task (closed_by, is_open, desk, name_key, due_at, closed_at, id)",
                    "create index task_mine on task (claimant, desk, due_at, id)",
                    "create index task_finished on task (closed_by, desk, closed_at, id)")) {
                statement.execute(sql);
            }
        }
    }

    private static void keys(Connection connection) throws SQLException {
        List<List<String>> desks = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select distinct department, region, post from task")) {
            while (rows.next()) {
                desks.add(List.of(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into desk_of (department, region, post, desk) values (?, ?, ?, ?)")) {
            for (List<String> desk : desks) {
                for (int i = 0; i < desk.size(); i++) {
                    insert.setString(i + 1, desk.get(i));
                }
                insert.setBytes(4, key(String.join("\n", desk)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static byte[] key(String desk) {
        return Arrays.copyOf(Hashes.sha256().digest(desk.getBytes(StandardCharsets.UTF_8)), 8);
    }
}
