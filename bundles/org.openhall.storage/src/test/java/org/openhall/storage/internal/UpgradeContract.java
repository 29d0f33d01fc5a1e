package org.openhall.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lay in a hall of an earlier version is there after the new one has opened it, on every database. */
abstract class UpgradeContract {

    abstract DatabaseAddress empty();

    @Test
    void tasksThatWereThereAreFoundByTheNameOfTheirApplicant() throws SQLException {
        DatabaseAddress address = empty();
        migrate(address, "202611220003");
        try (Connection connection = Dialect.of(address).dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(aCase("1", "{}"));
            statement.execute("insert into task (case_id, step, post, department, region, opened_at, due_at, is_open)"
                    + " select id, 'intake', 'intake', '', '', filed_at, filed_at, true from hall_case");
        }

        try (OpenDatabase open = OpenDatabase.open(address);
                Connection connection = open.dialect().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select name_key from task")) {
            assertThat(row.next()).isTrue();
            assertThat(new String(row.getBytes(1), StandardCharsets.UTF_8)).isEqualTo("安娜 milk & 100%");
        }
    }

    @Test
    void answersThatWereThereAreFoundAlsoWhenTheUpgradeWasInterrupted() throws SQLException {
        DatabaseAddress address = empty();
        migrate(address, "202611222102");
        try (Connection connection = Dialect.of(address).dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(aCase("1", "{\"plate\":\"京A1\"}"));
            statement.execute(aCase("2", "{\"plate\":\"京A2\"}"));
            statement.execute("create table case_answers (case_id bigint primary key references hall_case (id),"
                    + " answers varchar(300000) not null)");
            statement.execute("insert into case_answers select id, answers from hall_case where number = '1'");
        }

        try (OpenDatabase open = OpenDatabase.open(address);
                Connection connection = open.dialect().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select c.number || ' ' || a.answers from hall_case c"
                        + " join case_answers a on a.case_id = c.id order by c.number")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("1 {\"plate\":\"京A1\"}");
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("2 {\"plate\":\"京A2\"}");
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void tasksThatWereThereAreOnTheirDeskAlsoWhenTheUpgradeWasInterrupted() throws SQLException {
        DatabaseAddress address = empty();
        migrate(address, "202611222102");
        try (Connection connection = Dialect.of(address).dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(aCase("1", "{}"));
            for (String more :
                    List.of("'traffic', '3416', 1, true", "'traffic', '3416', 2, false", "'', '', null, true")) {
                statement.execute(
                        "insert into task (case_id, step, post, opened_at, due_at, department, region, claimant,"
                                + " is_open) select id, 'intake', 'intake', filed_at, filed_at, " + more
                                + " from hall_case");
            }
            statement.execute("alter table task add column desk bytea default '' not null");
            statement.execute("create table desk_of (desk bytea)");
            statement.execute("drop index task_mine");
        }

        try (OpenDatabase open = OpenDatabase.open(address);
                Connection connection = open.dialect().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select desk, claimant from task order by id")) {
            List<String> tasks = new ArrayList<>();
            while (row.next()) {
                tasks.add(HexFormat.of().formatHex(row.getBytes("desk")) + " " + row.getString("claimant"));
            }
            assertThat(tasks).containsExactly("f38b8c8cd97c5b18 1", "f38b8c8cd97c5b18 null", "b2338da3dc84d2a0 null");
        }
    }

    @Test
    void clocksThatRanGoOnAlsoWhenTheUpgradeWasInterrupted() throws SQLException {
        DatabaseAddress address = empty();
        migrate(address, "202611222102");
        try (Connection connection = Dialect.of(address).dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(aCase("1", "{}"));
            for (String step : List.of("intake", "review")) {
                statement.execute(
                        "insert into task (case_id, step, post, opened_at, due_at, department, region, is_open)"
                                + " select id, '" + step
                                + "', 'intake', filed_at, filed_at, '', '', true from hall_case");
            }
            for (String entry : List.of(
                    "null, 'SET', timestamp with time zone '2026-11-21 08:00:00.123456+00', 20, 'WORKING'",
                    "(select min(id) from task), 'START', timestamp with time zone '2026-11-21 08:00:01+00', 3, 'CALENDAR'",
                    "null, 'START', timestamp with time zone '2026-11-23 08:00:00+08', 20, 'WORKING'")) {
                statement.execute("insert into clock_entry (case_id, task_id, kind, at, days, unit) select id, " + entry
                        + " from hall_case");
            }
            statement.execute("alter table hall_case add column clock varchar(100000) default '' not null");
        }

        try (OpenDatabase open = OpenDatabase.open(address);
                Connection connection = open.dialect().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select c.clock, t.clock from hall_case c"
                        + " join task t on t.case_id = c.id order by t.id")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("20w S1795248000123 B1795392000000");
            assertThat(row.getString(2)).isEqualTo("3c B1795248001000");
            assertThat(row.next()).isTrue();
            assertThat(row.getString(2)).isEmpty();
        }
    }

    @Test
    void whatACaseIsMadeOfRefersToItOnce() throws SQLException {
        try (OpenDatabase open = OpenDatabase.open(empty());
                Connection connection = open.dialect().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select lower(table_name), count(*)"
                        + " from information_schema.table_constraints where constraint_type = 'FOREIGN KEY' and table_schema = current_schema"
                        + " and lower(table_name)"
                        + " in ('task', 'case_event', 'case_finding', 'material_opinion', 'case_reading', 'case_answers')"
                        + " group by lower(table_name)")) {
            int tables = 0;
            while (row.next()) {
                assertThat(row.getInt(2)).as(row.getString(1)).isOne();
                tables++;
            }
            assertThat(tables).isEqualTo(6);
        }
    }

    private static void migrate(DatabaseAddress address, String target) {
        Migrations.upTo(target, Dialect.of(address).dataSource()).migrate();
    }

    private static String aCase(String number, String answers) {
        return "insert into hall_case (number, draft_id, query_code, item, item_name, implementation, line,"
                + " version, state, account_id, account_name, party_id, party_verified, party_kind, party_name,"
                + " party_id_number, party_phone, department, region, answers, open_steps, filed_at) values ('" + number
                + "', " + number + ", '', 'parking', '', '', '1.0', '1.0.0', 'SUBMITTED', 1, '', 1, true, 'LEGAL',"
                + " '安娜 Milk & 100%', '', '', '', '', '" + answers + "', '', current_timestamp)";
    }
}
