package org.openhall.bench.growth;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Makes a hall large behind its back, while it is closed: three of its cases, which went the normal way, are stored again and again with other
 * people, names, departments and dates, by statements that read what they write from the tables themselves. A process of its own, because it
 * needs more memory than the bench.
 */
final class BulkLoad {

    private static final int AT_ONCE = 20_000;

    /** Cases of one person. */
    private static final int CASES_EACH = 4;

    private final Copies copies;
    private final long cases;
    private final Names names;

    private BulkLoad(Copies copies, long cases) {
        this.copies = copies;
        this.cases = cases;
        this.names = Names.among(cases);
    }

    /** @param given address and user of the database, how many cases, then the numbers of one that is finished, one to be decided, one just filed */
    public static void main(String[] given) throws SQLException {
        try (Connection connection = DriverManager.getConnection(given[0], given[1], "")) {
            long cases = Long.parseLong(given[2]);
            var copies = Copies.in(connection, cases, given[3], given[4], given[5]);
            var indexes = Indexes.takenFrom(connection, Series.of(connection));
            connection.setAutoCommit(false);
            new BulkLoad(copies, cases).run();
            connection.commit();
            connection.setAutoCommit(true);
            System.out.println("making the indexes ...");
            indexes.giveBack();
            copies.finish();
        }
    }

    private void run() throws SQLException {
        long people = Math.max(1, cases / CASES_EACH);
        for (long from = 1; from <= people; from += AT_ONCE) {
            people(from, Math.min(people, from + AT_ONCE - 1));
        }
        for (long from = 1; from <= cases; from += AT_ONCE) {
            long until = Math.min(cases, from + AT_ONCE - 1);
            cases(from, until, people);
            System.out.println(until + " cases");
        }
    }

    private void people(long from, long until) throws SQLException {
        String id = Copies.BASE + " + x";
        copies.person(
                "account",
                Map.of("username", "'load' || x", "username_key", "'load' || x", "name", names.sql()),
                from,
                until);
        copies.person("party", Map.of("name", names.sql(), "verified", "true"), from, until);
        copies.person("mandate", Map.of("account_id", id, "party_id", id), from, until);
        copies.insert(
                "session",
                "token_hash, account_id, csrf, created_at, last_seen",
                "lpad(cast(x as varchar), 64, 'f'), " + id + ", 'none', current_timestamp, current_timestamp",
                from,
                until);
        copies.commit();
    }

    private void cases(long from, long until, long people) throws SQLException {
        String id = Copies.BASE + " + x";
        // one in 250 cases is of each of the citizens who are going to look at theirs
        Map<String, String> owner = copies.owners("mod(x, 250)", Copies.BASE + " + 1 + mod(x, " + people + ")");
        // half of the hall is one department, the other half are sixteen
        String department = elsewhere("t.department", "'load-' || mod(x / 200, 16)");
        String desk = elsewhere("t.desk", "cast('load-' || mod(x / 200, 16) as bytea)");
        String name = names.sql();
        for (Copies.Template template : copies.templates()) {
            copies.draft(
                    template,
                    Map.of(
                            "account_id",
                            owner.get("account"),
                            "party_id",
                            owner.get("party"),
                            "filed_as",
                            Series.number()),
                    from,
                    until);
            copies.head(
                    template,
                    Map.of(
                            "number", Series.number(),
                            "query_code", copies.queryCode(),
                            "account_id", owner.get("account"),
                            "account_name", name,
                            "party_id", owner.get("party"),
                            "party_name", name,
                            "department", department),
                    from,
                    until);
            copies.parts(
                    template,
                    "task",
                    Map.of("department", department, "desk", desk, "name_key", "cast(" + name + " as bytea)"),
                    from,
                    until);
            for (String table : List.of("case_event", "case_finding")) {
                copies.parts(template, table, Map.of(), from, until);
            }
        }
        copies.insert(
                "material",
                "id, draft_id, case_id, code, file_name, media_type, size_bytes, sha256, slot, uploaded_at",
                id + ", " + id + ", " + id + ", 'photo', 'photo.pdf', 'application/pdf', 204800,"
                        + " lpad(cast(x as varchar), 64, '0'), 0, current_timestamp",
                from,
                until);
        copies.insert("material_gate", "draft_id, closed", id + ", true", from, until);
        copies.insert(
                "request_once",
                "request, body_hash, reference, created_at",
                "cast(lpad(cast(" + id + " as varchar), 32, '0') as bytea), cast(lpad('', 32, '0') as bytea), 'none',"
                        + " current_timestamp",
                from,
                until);
        copies.commit();
    }

    private static String elsewhere(String here, String there) {
        return "case when mod(x / 100, 2) = 0 then " + here + " else " + there + " end";
    }
}
