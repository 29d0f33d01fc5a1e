package org.openhall.bench.growth;

/**
 * Names of people, made of numbers: the same number makes the same, here and in the database. The more open cases there are, the more surnames: by the
 * beginning of a name as many cases are found in a small hall as in a large one, and the time of the search can be compared.
 *
 * @param surnames how many different ones there are
 */
record Names(int surnames) {

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "明建国华文伟芳秀英敏静丽强磊军洋勇艳杰娟涛超霞平刚桂丹萍红玉兰飞玲鑫波宁瑞宇晨凯";

    /** Open cases for each surname, half of them in the department that is asked. */
    private static final int CASES_EACH = 1_000;

    /** Those in a hall of so many cases. */
    static Names among(long cases) {
        return new Names((int) Math.max(1, Math.min(SURNAMES.length(), Copies.open(cases) / CASES_EACH)));
    }

    /** How many different ones there are. */
    int count() {
        return surnames * GIVEN.length() * GIVEN.length();
    }

    /** The one of the number x, as SQL. */
    String sql() {
        return letter(SURNAMES, surnames, "x") + " || " + letter(GIVEN, GIVEN.length(), "x / " + surnames) + " || "
                + letter(GIVEN, GIVEN.length(), "x / " + surnames * GIVEN.length());
    }

    /** The one of a number. */
    String of(long x) {
        return "" + letter(SURNAMES, surnames, x)
                + letter(GIVEN, GIVEN.length(), x / surnames)
                + letter(GIVEN, GIVEN.length(), x / (surnames * GIVEN.length()));
    }

    private static String letter(String of, int many, String which) {
        return "substring('" + of + "', cast(mod(" + which + ", " + many + ") as integer) + 1, 1)";
    }

    private static char letter(String of, int many, long which) {
        return of.charAt((int) (which % many));
    }
}
