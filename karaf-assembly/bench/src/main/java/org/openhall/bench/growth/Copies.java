package org.openhall.bench.growth;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Stores rows of three cases and of a person many times over, with what is different in each copy as SQL over its number x. */
final class Copies {

    /** Ids of copies begin behind those of the hall itself. */
    static final long BASE = 1_000_000;

    private static final long WEEK_MILLIS = 604_800_000;

    /** How old the oldest one is. */
    private static final int WEEKS = 200;

    /** What happened to a clock, and when. */
    private static final Pattern HAPPENED = Pattern.compile("( [A-Z])(\\d+)");

    /** Ids of rows of one case in one table. */
    private static final int ROOM = 16;

    private static final List<String> WITH_IDS =
            List.of("account", "party", "draft", "hall_case", "task", "case_event", "case_finding", "material");

    private static final List<String> COPIED = List.of(
            "account", "party", "mandate", "draft", "hall_case", "case_answers", "task", "case_event", "case_finding");

    private final Connection connection;
    private final String age;
    private final Series series;
    private final List<Template> templates;
    private final Map<String, Map<String, Integer>> columns = new HashMap<>();

    /**
     * A case of which there are going to be many.
     *
     * @param id of the case
     * @param draft it was
     * @param account that filed it
     * @param party it is of
     * @param which copies are of this one
     */
    record Template(long id, long draft, long account, long party, String which) {}

    private Copies(Connection connection, String age, List<Template> templates) throws SQLException {
        this.connection = connection;
        this.age = age;
        this.series = Series.of(connection);
        this.templates = templates;
        for (String table : COPIED) {
            execute("create table " + seeds(table) + " as select * from " + table);
        }
    }

    /** What the hall itself had written: read instead of a table that grows while it is copied. */
    private static String seeds(String table) {
        return "load_" + table;
    }

    /** How many of so many cases are not decided: two of a hundred, in a small hall up to a thousand, so that its lists are pages long too. */
    static long open(long cases) {
        return Math.max(cases / 50, Math.min(1_000, cases / 10));
    }

    /**
     * Those that were filed last are open, because the law has the others decided; every other twenty of them wait to be accepted.
     *
     * @param cases how many there are going to be
     */
    static Copies in(Connection connection, long cases, String finished, String accepted, String filed)
            throws SQLException {
        long decided = cases - open(cases);
        return new Copies(
                connection,
                "cast((" + cases + " - x) * " + WEEKS + " / " + cases + " as integer)",
                List.of(
                        template(connection, finished, "x <= " + decided),
                        template(connection, accepted, "x > " + decided + " and mod(x / 20, 2) = 1"),
                        template(connection, filed, "x > " + decided + " and mod(x / 20, 2) = 0")));
    }

    private static Template template(Connection connection, String number, String which) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id, draft_id, account_id, party_id from hall_case where number = '" + number + "'")) {
            row.next();
            return new Template(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), which);
        }
    }

    List<Template> templates() {
        return templates;
    }

    /** All copies have the query code of the first template. */
    String queryCode() {
        return "(select query_code from " + seeds("hall_case") + " where id = "
                + templates.get(0).id() + ")";
    }

    /** Account and party of a case: those of the templates, by the remainder that is given, else somebody's. */
    Map<String, String> owners(String remainder, String else_) {
        var account = new StringBuilder("case " + remainder);
        var party = new StringBuilder("case " + remainder);
        for (int i = 0; i < templates.size(); i++) {
            account.append(" when ")
                    .append(7 + i)
                    .append(" then ")
                    .append(templates.get(i).account());
            party.append(" when ")
                    .append(7 + i)
                    .append(" then ")
                    .append(templates.get(i).party());
        }
        return Map.of("account", account + " else " + else_ + " end", "party", party + " else " + else_ + " end");
    }

    /** A row of somebody in one table. */
    void person(String table, Map<String, String> different, long from, long until) throws SQLException {
        Template like = templates.get(0);
        String which = switch (table) {
            case "account" -> "t.id = " + like.account();
            case "party" -> "t.id = " + like.party();
            default -> "t.account_id = " + like.account() + " and t.party_id = " + like.party();
        };
        Map<String, String> all = new HashMap<>(different);
        all.put("id", BASE + " + x");
        copy(table, all, which, from, until);
    }

    void draft(Template template, Map<String, String> different, long from, long until) throws SQLException {
        Map<String, String> all = new HashMap<>(different);
        all.put("id", BASE + " + x");
        copy("draft", all, "t.id = " + template.draft() + " and " + template.which(), from, until);
    }

    void head(Template template, Map<String, String> different, long from, long until) throws SQLException {
        Map<String, String> all = new HashMap<>(different);
        all.put("id", BASE + " + x");
        all.put("draft_id", BASE + " + x");
        all.put("clock", clock("hall_case", "id", template));
        copy("hall_case", all, "t.id = " + template.id() + " and " + template.which(), from, until);
        copy(
                "case_answers",
                Map.of("case_id", BASE + " + x"),
                "t.case_id = " + template.id() + " and " + template.which(),
                from,
                until);
    }

    /** All rows of a case in one table. */
    void parts(Template template, String table, Map<String, String> different, long from, long until)
            throws SQLException {
        Map<String, String> all = new HashMap<>(different);
        all.put("id", number("t.id", first(table, template)));
        all.put("case_id", BASE + " + x");
        if (table.equals("task")) {
            all.put("clock", clock("task", "case_id", template));
        }
        copy(table, all, "t.case_id = " + template.id() + " and " + template.which(), from, until);
    }

    /** The ledgers of a template's clocks, put back as the dates beside them. */
    private String clock(String table, String of, Template template) throws SQLException {
        var clocks = new StringBuilder("case t.id");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id, clock from " + seeds(table) + " where " + of + " = " + template.id())) {
            while (row.next()) {
                clocks.append(" when ").append(row.getLong(1)).append(" then '");
                clocks.append(HAPPENED.matcher(row.getString(2))
                        .replaceAll(
                                "$1' || cast($2 - cast(" + WEEK_MILLIS + " as bigint) * " + age + " as varchar) || '"));
                clocks.append("'");
            }
        }
        return clocks + " end";
    }

    private static String number(String id, long first) {
        return BASE + " + x * " + ROOM + " + (" + id + " - " + first + ")";
    }

    private long first(String table, Template template) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(min(id), 0), coalesce(max(id), 0) from "
                        + seeds(table) + " where case_id = " + template.id())) {
            row.next();
            if (row.getLong(2) - row.getLong(1) >= ROOM) {
                throw new IllegalStateException("more than " + ROOM + " rows of one case in " + table);
            }
            return row.getLong(1);
        }
    }

    /** What is not different is the same; dates go back by whole weeks, so that what is due stays a working day. */
    private void copy(String table, Map<String, String> different, String which, long from, long until)
            throws SQLException {
        List<String> values = new ArrayList<>();
        Map<String, Integer> types = columns(table);
        types.forEach((column, type) -> {
            boolean date = type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE;
            values.add(different.getOrDefault(
                    column,
                    date && !table.equals("account") ? "t." + column + " - interval '7' day * " + age : "t." + column));
        });
        execute("insert into " + table + " (" + String.join(", ", types.keySet()) + ") select "
                + String.join(", ", values) + " from " + seeds(table) + " t, " + series.rows(from, until) + " where "
                + which);
    }

    /** Rows that are like nothing in the hall. */
    void insert(String table, String columns, String values, long from, long until) throws SQLException {
        execute("insert into " + table + " (" + columns + ") select " + values + " from " + series.rows(from, until));
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** What comes next gets the next numbers, and the database knows what it has. */
    void finish() throws SQLException {
        for (String table : WITH_IDS) {
            long last;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select max(id) from " + table)) {
                row.next();
                last = row.getLong(1);
            }
            execute("alter table " + table + " alter column id restart with " + (last + 1));
        }
        for (String table : COPIED) {
            execute("drop table " + seeds(table));
        }
        execute(series.postgres() ? "vacuum analyze" : "analyze");
        if (!series.postgres()) {
            execute("shutdown compact");
        }
    }

    private Map<String, Integer> columns(String table) throws SQLException {
        Map<String, Integer> known = columns.get(table);
        if (known != null) {
            return known;
        }
        Map<String, Integer> found = new LinkedHashMap<>();
        DatabaseMetaData about = connection.getMetaData();
        try (ResultSet rows = about.getColumns(
                connection.getCatalog(),
                connection.getSchema(),
                series.postgres() ? table : table.toUpperCase(Locale.ROOT),
                "%")) {
            while (rows.next()) {
                found.put(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT), rows.getInt("DATA_TYPE"));
            }
        }
        columns.put(table, found);
        return found;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql, e);
        }
    }
}
