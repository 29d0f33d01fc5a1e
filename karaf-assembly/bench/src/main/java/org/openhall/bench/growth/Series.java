package org.openhall.bench.growth;

import java.sql.Connection;
import java.sql.SQLException;

/** Numbers as SQL: the rows x = from … until, and what is made of x. The same number makes the same, here and in the database. */
record Series(boolean postgres) {

    static Series of(Connection connection) throws SQLException {
        return new Series(connection.getMetaData().getDatabaseProductName().equals("PostgreSQL"));
    }

    /** A table with the column x. */
    String rows(long from, long until) {
        return postgres
                ? "generate_series(cast(" + from + " as bigint), cast(" + until + " as bigint)) as x"
                : "system_range(" + from + ", " + until + ")";
    }

    /** The number of a case. */
    static String number() {
        return "'20250101-' || lpad(cast(x as varchar), 7, '0')";
    }

    /** The same. */
    static String number(long x) {
        return "20250101-%07d".formatted(x);
    }
}
