package org.openhall.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void theSameNumberMakesTheSameNameAndCaseHereAndInTheDatabase() throws SQLException {
        var names = Names.among(10_000);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:", "sa", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select x, " + names.sql() + ", " + Series.number() + " from "
                        + Series.of(connection).rows(1, 3_000))) {
            for (long x = 1; x <= 3_000; x++) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(x);
                assertThat(rows.getString(2)).isEqualTo(names.of(x)).hasSize(3);
                assertThat(rows.getString(3)).isEqualTo(Series.number(x));
            }
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void namesRepeatOnlyAfterAllOfThem() {
        var names = Names.among(1_000_000);
        assertThat(names.of(17)).isNotEqualTo(names.of(17 + names.count() / 2)).isEqualTo(names.of(17 + names.count()));
    }

    /** The last surname has the fewest. */
    @Test
    void asManyOpenCasesHaveOneBeginningInASmallHallAsInALargeOne() {
        assertThat(openOf("", 10_000)).isEqualTo(openOf("罗", 1_000_000)).isEqualTo(1_000);
        assertThat(openOf("王英", 10_000)).isBetween(23L, 25L);
        assertThat(openOf("王英", 1_000_000)).isBetween(23L, 25L);
    }

    private static long openOf(String beginning, long cases) {
        var names = Names.among(cases);
        return LongStream.rangeClosed(cases - Copies.open(cases) + 1, cases)
                .mapToObj(names::of)
                .filter(name -> name.startsWith(beginning))
                .count();
    }
}
