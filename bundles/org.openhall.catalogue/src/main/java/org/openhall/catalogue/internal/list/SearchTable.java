package org.openhall.catalogue.internal.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemList.Facet;
import org.openhall.catalogue.internal.list.Conditions.Where;
import org.openhall.storage.Database;

/** Asks the implementation list: tables {@code implementation} and {@code implementation_theme}, reading only. */
final class SearchTable {

    private static final int MOST_VALUES = 12;
    /** What a list shows of a row: not its further facts, which may be long. */
    private static final String LISTED = "select code, catalogue_code, name, department_code, department, region_code,"
            + " region, power_type, subjects, themes, promised_days, statutory_days, visits, item, '{}' as more"
            + " from implementation where ";

    private static final String OFFLINE = "(case when item = '' then 1 else 0 end)";

    private final Database database;
    private final RowMapper<Implementation> rows;

    SearchTable(Database database, RowMapper<Implementation> rows) {
        this.database = database;
        this.rows = rows;
    }

    /** One more row than a page needs, from after a cursor. */
    List<Implementation> page(Conditions conditions, Cursor after, int limit) {
        Where where = conditions.every();
        String more = after.beginning() ? "" : " and (" + OFFLINE + ", name, code) > (:offline, :name, :code)";
        Query query = query(LISTED + where.sql() + more + " order by " + OFFLINE + ", name, code limit :limit", where);
        if (!after.beginning()) {
            query.bind("offline", after.offline()).bind("name", after.name()).bind("code", after.code());
        }
        return query.bind("limit", limit + 1).map(rows).list();
    }

    long count(Conditions conditions) {
        Where where = conditions.every();
        return query("select count(*) from implementation where " + where.sql(), where)
                .mapTo(Long.class)
                .one();
    }

    Map<String, List<Facet>> facets(Conditions conditions) {
        Map<String, List<Facet>> facets = new LinkedHashMap<>();
        facets.put("online", sums(conditions.without("online"), Map.of("true", "item != ''", "false", "item = ''")));
        facets.put(
                "subject",
                sums(
                        conditions.without("subject"),
                        Map.of("natural", "natural_person = true", "legal", "legal_person = true")));
        facets.put("region", grouped(conditions.without("region"), "region_code", "region"));
        facets.put("department", grouped(conditions.without("department"), "department_code", "department"));
        facets.put("powerType", grouped(conditions.without("powerType"), "power_type", "power_type"));
        facets.put("theme", themes(conditions.without("theme"), MOST_VALUES));
        return facets;
    }

    List<Facet> themes(Where where, int limit) {
        return facet(query(
                        "select t.theme as v, t.theme as l, count(*) as c from implementation_theme t"
                                + " where t.code in (select code from implementation where " + where.sql()
                                + ") group by t.theme order by c desc, v limit :most",
                        where)
                .bind("most", limit));
    }

    List<Implementation> suggest(String words, int limit) {
        Where where = new Conditions(words).every();
        List<String> asked = SearchText.words(words);
        if (asked.isEmpty()) {
            return List.of();
        }
        // the search text begins with the name
        return query(
                        LISTED + where.sql()
                                + " order by case when search_text like :beginning escape '!' then 0"
                                + " when lower(name) like :within escape '!' then 1 else 2 end, "
                                + OFFLINE + ", char_length(name), name, code limit :limit",
                        where)
                .bind("beginning", SearchText.beginning(asked.get(0)))
                .bind("within", SearchText.anywhere(asked.get(0)))
                .bind("limit", limit)
                .map(rows)
                .list();
    }

    List<Implementation> online(int limit) {
        return database.handle()
                .createQuery(LISTED + "item > '' order by name, code limit :limit")
                .bind("limit", limit)
                .map(rows)
                .list();
    }

    private List<Facet> grouped(Where where, String value, String label) {
        return facet(query(
                        "select " + value + " as v, max(" + label + ") as l, count(*) as c from implementation where "
                                + where.sql() + " and " + value + " != '' group by " + value
                                + " order by c desc, v limit :most",
                        where)
                .bind("most", MOST_VALUES));
    }

    private List<Facet> sums(Where where, Map<String, String> tests) {
        List<String> values = tests.keySet().stream().sorted().toList();
        List<String> columns = values.stream()
                .map(value -> "coalesce(sum(case when " + tests.get(value) + " then 1 else 0 end), 0)")
                .toList();
        return query("select " + String.join(", ", columns) + " from implementation where " + where.sql(), where)
                .map((row, context) -> {
                    List<Facet> facets = new ArrayList<>();
                    for (int i = 0; i < values.size(); i++) {
                        facets.add(new Facet(values.get(i), values.get(i), row.getLong(i + 1)));
                    }
                    facets.removeIf(facet -> facet.count() == 0);
                    facets.sort((one, other) -> Long.compare(other.count(), one.count()));
                    return List.copyOf(facets);
                })
                .one();
    }

    private static List<Facet> facet(Query query) {
        return query.map((row, context) -> new Facet(row.getString("v"), row.getString("l"), row.getLong("c")))
                .list();
    }

    private Query query(String sql, Where where) {
        Query query = database.handle().createQuery(sql).bindMap(where.texts());
        where.lists().forEach(query::bindList);
        return query;
    }
}
