package org.openhall.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.openhall.api.cases.CaseFile.Event;
import org.openhall.api.catalogue.Version;
import org.openhall.storage.Database;

/** What happened to the cases. Rows are only ever added. */
final class EventTable {

    private final Database database;

    EventTable(Database database) {
        this.database = database;
    }

    void add(long caseId, List<Recorded> events) {
        if (events.isEmpty()) {
            return;
        }
        // One statement for all of them: H2 takes each row of a batch as a statement of its own.
        Update insert = database.handle()
                .createUpdate("insert into case_event (case_id, at, kind, step, outcome, actor, actor_name, post,"
                        + " opinion, document, version) values "
                        + String.join(", ", Collections.nCopies(events.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")));
        int next = 0;
        for (Recorded recorded : events) {
            Event event = recorded.event();
            insert.bind(next++, caseId)
                    .bind(next++, event.at())
                    .bind(next++, event.kind())
                    .bind(next++, event.step())
                    .bind(next++, event.outcome())
                    .bindByType(next++, recorded.actor().account().orElse(null), Long.class)
                    .bind(next++, event.actor())
                    .bind(next++, event.post())
                    .bind(next++, event.opinion())
                    .bind(next++, recorded.document())
                    .bind(next++, event.version().toString());
        }
        insert.execute();
    }

    List<Recorded> ofCase(long caseId) {
        return database.handle()
                .createQuery("select at, kind, step, outcome, actor, actor_name, post, opinion, document, version"
                        + " from case_event where case_id = :case order by id limit 2000")
                .bind("case", caseId)
                .map(EventTable::row)
                .list();
    }

    private static Recorded row(ResultSet row, StatementContext context) throws SQLException {
        Event event = new Event(
                CaseTable.instant(row, "at").orElseThrow(),
                row.getString("kind"),
                row.getString("step"),
                row.getString("outcome"),
                row.getString("actor_name"),
                row.getString("post"),
                row.getString("opinion"),
                Version.parse(row.getString("version")));
        long actor = row.getLong("actor");
        Actor who = row.wasNull() ? Actor.HALL : Actor.of(actor, event.actor(), event.post());
        return new Recorded(event, who, row.getString("document"));
    }
}
