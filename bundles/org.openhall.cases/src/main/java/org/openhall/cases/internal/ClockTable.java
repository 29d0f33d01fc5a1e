package org.openhall.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;
import org.openhall.api.catalogue.Limit;
import org.openhall.cases.internal.ClockEntry.Kind;
import org.openhall.storage.Database;

/** The ledger of the clocks. Rows are only ever added. */
final class ClockTable {

    private final Database database;

    ClockTable(Database database) {
        this.database = database;
    }

    void add(long caseId, List<ClockEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        // One statement for all of them: H2 takes each row of a batch as a statement of its own.
        Update insert = database.handle()
                .createUpdate("insert into clock_entry (case_id, task_id, kind, at, days, unit) values "
                        + String.join(", ", Collections.nCopies(entries.size(), "(?, ?, ?, ?, ?, ?)")));
        int next = 0;
        for (ClockEntry entry : entries) {
            insert.bind(next++, caseId)
                    .bindByType(next++, entry.task().orElse(null), Long.class)
                    .bind(next++, entry.kind().name())
                    .bind(next++, entry.at())
                    .bind(next++, entry.limit().days())
                    .bind(next++, entry.limit().unit().name());
        }
        insert.execute();
    }

    Ledger ofCase(long caseId) {
        return ofCases(List.of(caseId)).getOrDefault(caseId, Ledger.empty());
    }

    /** The ledgers of at most 500 cases, in one query. */
    Map<Long, Ledger> ofCases(Collection<Long> cases) {
        Map<Long, Ledger> ledgers = new LinkedHashMap<>();
        if (cases.isEmpty()) {
            return ledgers;
        }
        database.handle()
                .createQuery("select case_id, task_id, kind, at, days, unit from clock_entry where case_id in (<cases>)"
                        + " order by id")
                .bindList("cases", List.copyOf(cases))
                .map((row, context) -> Map.entry(row.getLong("case_id"), entry(row)))
                .forEach(found -> ledgers.computeIfAbsent(found.getKey(), id -> Ledger.empty())
                        .add(found.getValue()));
        return ledgers;
    }

    private static ClockEntry entry(ResultSet row) throws SQLException {
        long task = row.getLong("task_id");
        Optional<Long> of = row.wasNull() ? Optional.empty() : Optional.of(task);
        return new ClockEntry(
                of,
                Kind.valueOf(row.getString("kind")),
                CaseTable.instant(row, "at").orElseThrow(),
                new Limit(row.getInt("days"), Limit.Unit.valueOf(row.getString("unit"))));
    }
}
