package org.openhall.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
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
        PreparedBatch batch = database.handle()
                .prepareBatch(
                        "insert into case_event (case_id, at, kind, step, outcome, actor, actor_name, post, opinion,"
                                + " document, version) values (:case, :at, :kind, :step, :outcome, :actor, :name, :post, :opinion,"
                                + " :document, :version)");
        for (Recorded recorded : events) {
            Event event = recorded.event();
            batch.bind("case", caseId)
                    .bind("at", event.at())
                    .bind("kind", event.kind())
                    .bind("step", event.step())
                    .bind("outcome", event.outcome())
                    .bindByType("actor", recorded.actor().account().orElse(null), Long.class)
                    .bind("name", event.actor())
                    .bind("post", event.post())
                    .bind("opinion", event.opinion())
                    .bind("document", recorded.document())
                    .bind("version", event.version().toString())
                    .add();
        }
        batch.execute();
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
