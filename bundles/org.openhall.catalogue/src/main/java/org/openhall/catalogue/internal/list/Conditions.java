package org.openhall.catalogue.internal.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.ItemQuery;

/** The conditions of one query as SQL over {@code implementation}, each under the name of its facet. */
final class Conditions {

    private final List<Condition> all = new ArrayList<>();
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    private record Condition(String facet, String sql) {}

    Conditions(ItemQuery query) {
        words(query.words());
        in("region", "region_code in (<regions>)", "regions", query.regions());
        in("department", "department_code in (<departments>)", "departments", query.departments());
        in("powerType", "power_type in (<powerTypes>)", "powerTypes", query.powerTypes());
        in(
                "theme",
                "code in (select t.code from implementation_theme t where t.theme in (<themes>))",
                "themes",
                query.themes());
        query.online().ifPresent(online -> all.add(new Condition("online", online ? "item != ''" : "item = ''")));
        String subjects = query.subjects().stream()
                .filter(List.of("natural", "legal")::contains)
                .map(subject -> subject + "_person = true")
                .collect(Collectors.joining(" or ", "(", ")"));
        if (!query.subjects().isEmpty()) {
            all.add(new Condition("subject", subjects.equals("()") ? "1 = 0" : subjects));
        }
    }

    /** Conditions for a question alone. */
    Conditions(String words) {
        words(words);
    }

    private void words(String question) {
        for (String word : SearchText.words(question)) {
            String name = "word" + texts.size();
            texts.put(name, SearchText.anywhere(word));
            all.add(new Condition("", "search_text like :" + name + " escape '!'"));
        }
    }

    private void in(String facet, String sql, String name, List<String> values) {
        if (!values.isEmpty()) {
            all.add(new Condition(facet, sql));
            lists.put(name, values);
        }
    }

    /** A where clause of all conditions but those of one facet. */
    Where without(String facet) {
        List<String> kept = all.stream()
                .filter(condition -> !condition.facet().equals(facet))
                .map(Condition::sql)
                .toList();
        String sql = kept.isEmpty() ? "1 = 1" : String.join(" and ", kept);
        return new Where(
                sql,
                lists.entrySet().stream()
                        .filter(list -> sql.contains("<" + list.getKey() + ">"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                texts);
    }

    /** A where clause of all conditions. */
    Where every() {
        return without("none of them");
    }

    /**
     * A where clause with what it binds.
     *
     * @param sql without the word where
     * @param lists bound by name
     * @param texts bound by name
     */
    record Where(String sql, Map<String, List<String>> lists, Map<String, String> texts) {}
}
