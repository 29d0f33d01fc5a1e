package org.openhall.cases.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openhall.api.cases.OpenCases.Open;
import org.openhall.api.catalogue.Version;
import org.openhall.storage.Database;

/** Counts of what is open, from the indexes hall_case_open and draft_open alone. */
final class OpenTable {

    private final Database database;

    OpenTable(Database database) {
        this.database = database;
    }

    Map<String, Map<String, Open>> on(Set<String> items) {
        Map<String, Map<String, Open>> open = new HashMap<>();
        database.handle()
                .createQuery("select item, line, count(*) as found from hall_case"
                        + " where ended_at is null and item in (<items>) group by item, line")
                .bindList("items", List.copyOf(items))
                .map((row, context) -> new Found(row.getString("item"), row.getString("line"), row.getLong("found")))
                .forEach(found -> add(open, found.item(), found.line(), new Open(found.count(), 0)));
        database.handle()
                .createQuery("select item, version, count(*) as found from draft"
                        + " where filed_as is null and item in (<items>) group by item, version")
                .bindList("items", List.copyOf(items))
                .map((row, context) -> new Found(
                        row.getString("item"),
                        Version.parse(row.getString("version")).line(),
                        row.getLong("found")))
                .forEach(found -> add(open, found.item(), found.line(), new Open(0, found.count())));
        return open;
    }

    private record Found(String item, String line, long count) {}

    private static void add(Map<String, Map<String, Open>> open, String item, String line, Open more) {
        open.computeIfAbsent(item, key -> new HashMap<>())
                .merge(
                        line,
                        more,
                        (one, other) -> new Open(one.cases() + other.cases(), one.drafts() + other.drafts()));
    }
}
