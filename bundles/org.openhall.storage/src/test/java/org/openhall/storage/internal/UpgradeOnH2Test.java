package org.openhall.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UpgradeOnH2Test extends UpgradeContract {

    @Override
    DatabaseAddress empty() {
        return new DatabaseAddress("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", 2, 3_000);
    }

    @Test
    void noIndexOfACaseIsTheBeginningOfAnother() throws SQLException {
        try (OpenDatabase open = OpenDatabase.open(empty());
                Connection connection = open.dialect().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select table_name, index_name"
                                + " from information_schema.indexes where index_name like 'CONSTRAINT%' and table_name"
                                + " in ('TASK', 'CASE_EVENT', 'CLOCK_ENTRY', 'CASE_FINDING', 'MATERIAL_OPINION', 'CASE_READING')")) {
            assertThat(row.next()).isFalse();
        }
    }
}
