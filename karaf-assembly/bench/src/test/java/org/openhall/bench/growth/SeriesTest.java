package org.openhall.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void theSameNumberMakesTheSameNameAndCaseHereAndInTheDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:", "sa", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select x, " + Series.name() + ", " + Series.number() + " from "
                        + Series.of(connection).rows(1, 3_000))) {
            for (long x = 1; x <= 3_000; x++) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(x);
                assertThat(rows.getString(2)).isEqualTo(Series.name(x)).hasSize(3);
                assertThat(rows.getString(3)).isEqualTo(Series.number(x));
            }
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void namesRepeatOnlyAfterAllOfThem() {
        assertThat(Series.name(17))
                .isNotEqualTo(Series.name(17 + Series.NAMES / 2))
                .isEqualTo(Series.name(17 + Series.NAMES));
    }
}
