package org.openhall.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexesTest {

    @Test
    void indexesThatWereTakenAwayAreMadeAgainWithAllTheirColumnsInOrder() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:", "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table parent (id bigint primary key, code varchar(9) unique)");
            statement.execute(
                    "create table child (id bigint primary key, parent_id bigint references parent (id), name varchar(9))");
            statement.execute("create index child_name on child (name, parent_id, id)");
            List<String> before = indexes(statement);

            Indexes taken = Indexes.takenFrom(connection, Series.of(connection));

            assertThat(before).contains("CHILD_NAME 1 NAME", "CHILD_NAME 2 PARENT_ID", "CHILD_NAME 3 ID");
            assertThat(indexes(statement)).noneMatch(index -> index.startsWith("CHILD_NAME"));
            taken.giveBack();
            assertThat(indexes(statement)).containsExactlyElementsOf(before);
        }
    }

    private static List<String> indexes(Statement statement) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select index_name || ' ' || ordinal_position || ' ' || column_name from information_schema.index_columns order by 1")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
