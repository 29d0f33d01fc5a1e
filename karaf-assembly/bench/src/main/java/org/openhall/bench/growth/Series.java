package org.openhall.bench.growth;

import java.sql.Connection;
import java.sql.SQLException;

/** Numbers as SQL: the rows x = from … until, and what is made of x. The same number makes the same, here and in the database. */
record Series(boolean postgres) {

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "明建国华文伟芳秀英敏静丽强磊军洋勇艳杰娟涛超霞平刚桂丹萍红玉兰飞玲鑫波宁瑞宇晨凯";

    /** Of so many surnames, and of so many first and second characters of given names. */
    static final int NAMES = SURNAMES.length() * GIVEN.length() * GIVEN.length();

    static Series of(Connection connection) throws SQLException {
        return new Series(connection.getMetaData().getDatabaseProductName().equals("PostgreSQL"));
    }

    /** A table with the column x. */
    String rows(long from, long until) {
        return postgres
                ? "generate_series(cast(" + from + " as bigint), cast(" + until + " as bigint)) as x"
                : "system_range(" + from + ", " + until + ")";
    }

    /** A name. */
    static String name() {
        return letter(SURNAMES, "x") + " || " + letter(GIVEN, "x / " + SURNAMES.length()) + " || "
                + letter(GIVEN, "x / " + SURNAMES.length() * GIVEN.length());
    }

    /** The same. */
    static String name(long x) {
        return "" + letter(SURNAMES, x) + letter(GIVEN, x / SURNAMES.length())
                + letter(GIVEN, x / (SURNAMES.length() * GIVEN.length()));
    }

    /** The number of a case. */
    static String number() {
        return "'20250101-' || lpad(cast(x as varchar), 7, '0')";
    }

    /** The same. */
    static String number(long x) {
        return "20250101-%07d".formatted(x);
    }

    private static String letter(String of, String which) {
        return "substring('" + of + "', cast(mod(" + which + ", " + of.length() + ") as integer) + 1, 1)";
    }

    private static char letter(String of, long which) {
        return of.charAt((int) (which % of.length()));
    }
}
