package org.openhall.catalogue.internal.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.json.Json;
import org.openhall.storage.Database;

/** Writes the implementation list: tables {@code implementation} and {@code implementation_theme}. */
final class ImplementationTable {

    private static final String INSERT = "insert into implementation (code, catalogue_code, name, department_code,"
            + " department, region_code, region, power_type, natural_person, legal_person, subjects, themes,"
            + " promised_days, statutory_days, visits, item, search_text, more, changed_at) values (:code,"
            + " :catalogueCode, :name, :departmentCode, :department, :regionCode, :region, :powerType, :natural,"
            + " :legal, :subjects, :themes, :promised, :statutory, :visits, :item, :search, :more, :now)";
    private static final String UPDATE = "update implementation set catalogue_code = :catalogueCode, name = :name,"
            + " department_code = :departmentCode, department = :department, region_code = :regionCode,"
            + " region = :region, power_type = :powerType, natural_person = :natural, legal_person = :legal,"
            + " subjects = :subjects, themes = :themes, promised_days = :promised, statutory_days = :statutory,"
            + " visits = :visits, item = :item, search_text = :search, more = :more, changed_at = :now"
            + " where code = :code";

    private final Database database;
    private final Json json;
    private final RowMapper<Implementation> rows = (row, context) -> read(row);

    ImplementationTable(Database database, Json json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A row as it is written.
     *
     * @param row all but what it is found by
     * @param aliases further words it is found by
     */
    record Entry(Implementation row, String aliases) {}

    Optional<Implementation> find(String code) {
        return database.handle()
                .createQuery("select * from implementation where code = :code")
                .bind("code", code)
                .map(rows)
                .findOne();
    }

    List<Implementation> find(Set<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : database.handle()
                        .createQuery("select * from implementation where code in (<codes>)")
                        .bindList("codes", List.copyOf(codes))
                        .map(rows)
                        .list();
    }

    /** Which of these codes are listed. */
    Set<String> present(Collection<String> codes) {
        return codes.isEmpty()
                ? Set.of()
                : new HashSet<>(database.handle()
                        .createQuery("select code from implementation where code in (<codes>)")
                        .bindList("codes", List.copyOf(codes))
                        .mapTo(String.class)
                        .list());
    }

    /** Rows that an item serves, or might serve by these codes. */
    List<Implementation> concerned(String item, Collection<String> codes) {
        return which("select *", List.of(item), codes).map(rows).list();
    }

    /** Which departments offer what is linked to these items or has these codes. */
    List<Offering> offerings(Collection<String> items, Collection<String> codes) {
        return items.isEmpty() && codes.isEmpty()
                ? List.of()
                : which("select distinct item, code, catalogue_code, department_code", items, codes)
                        .map((row, context) -> new Offering(
                                row.getString("item"),
                                row.getString("code"),
                                row.getString("catalogue_code"),
                                row.getString("department_code")))
                        .list();
    }

    private Query which(String select, Collection<String> items, Collection<String> codes) {
        List<String> conditions = new ArrayList<>();
        if (!items.isEmpty()) {
            conditions.add("item in (<items>)");
        }
        if (!codes.isEmpty()) {
            conditions.add("code in (<codes>) or catalogue_code in (<codes>)");
        }
        Query query =
                database.handle().createQuery(select + " from implementation where " + String.join(" or ", conditions));
        if (!items.isEmpty()) {
            query.bindList("items", List.copyOf(items));
        }
        return codes.isEmpty() ? query : query.bindList("codes", List.copyOf(codes));
    }

    /** Writes rows, whether they are there or not. */
    void put(Collection<Entry> entries, Instant now) {
        Set<String> present =
                present(entries.stream().map(entry -> entry.row().code()).toList());
        List<Entry> update = new ArrayList<>();
        List<Entry> insert = new ArrayList<>();
        entries.forEach(entry -> (present.contains(entry.row().code()) ? update : insert).add(entry));
        write(UPDATE, update, now);
        write(INSERT, insert, now);
        themes(entries, present);
    }

    private void write(String sql, List<Entry> entries, Instant now) {
        if (entries.isEmpty()) {
            return;
        }
        PreparedBatch batch = database.handle().prepareBatch(sql);
        for (Entry entry : entries) {
            Implementation row = entry.row();
            batch.bind("code", row.code())
                    .bind("catalogueCode", row.catalogueCode())
                    .bind("name", cut(row.name(), 300))
                    .bind("departmentCode", row.departmentCode())
                    .bind("department", cut(row.department(), 200))
                    .bind("regionCode", row.regionCode())
                    .bind("region", cut(row.region(), 100))
                    .bind("powerType", cut(row.powerType(), 40))
                    .bind("natural", Subjects.natural(row.subjects()))
                    .bind("legal", Subjects.legal(row.subjects()))
                    .bind("subjects", joined(row.subjects()))
                    .bind("themes", joined(row.themes()))
                    .bind("promised", boxed(row.promisedDays()))
                    .bind("statutory", boxed(row.statutoryDays()))
                    .bind("visits", boxed(row.visits()))
                    .bind("item", row.item())
                    .bind("search", SearchText.of(row.name(), row.department(), entry.aliases()))
                    .bind("more", json.text(row.more()))
                    .bind("now", now)
                    .add();
        }
        batch.execute();
    }

    private void themes(Collection<Entry> entries, Set<String> present) {
        if (!present.isEmpty()) {
            database.handle()
                    .createUpdate("delete from implementation_theme where code in (<codes>)")
                    .bindList("codes", List.copyOf(present))
                    .execute();
        }
        PreparedBatch batch =
                database.handle().prepareBatch("insert into implementation_theme (theme, code) values (:theme, :code)");
        for (Entry entry : entries) {
            entry.row().themes().stream()
                    .map(theme -> cut(theme, 60))
                    .distinct()
                    .forEach(theme -> batch.bind("theme", theme)
                            .bind("code", entry.row().code())
                            .add());
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    RowMapper<Implementation> rows() {
        return rows;
    }

    private Implementation read(ResultSet row) throws SQLException {
        return new Implementation(
                row.getString("code"),
                row.getString("catalogue_code"),
                row.getString("name"),
                row.getString("department_code"),
                row.getString("department"),
                row.getString("region_code"),
                row.getString("region"),
                row.getString("power_type"),
                row.getString("subjects").lines().toList(),
                row.getString("themes").lines().toList(),
                number(row, "promised_days"),
                number(row, "statutory_days"),
                number(row, "visits"),
                row.getString("item"),
                Collections.unmodifiableMap(json.object(row.getString("more"))));
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Lists are kept in one column, a line each; what does not fit is left out, as no list is that long. */
    private static String joined(List<String> values) {
        StringBuilder joined = new StringBuilder();
        for (String value : values) {
            if (joined.length() + value.length() + 1 <= 500) {
                joined.append(joined.isEmpty() ? "" : "\n").append(value);
            }
        }
        return joined.toString();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
