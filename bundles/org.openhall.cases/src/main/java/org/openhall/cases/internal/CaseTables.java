package org.openhall.cases.internal;

import org.openhall.api.json.Json;
import org.openhall.storage.Database;

/** The tables of a case, which change together. */
record CaseTables(
        CaseTable cases,
        AnswersTable answers,
        TaskTable tasks,
        EventTable events,
        FindingTable findings,
        OpinionTable opinions,
        ReadingTable readings) {

    static CaseTables in(Database database, Json json) {
        return new CaseTables(
                new CaseTable(database),
                new AnswersTable(database, json),
                new TaskTable(database),
                new EventTable(database),
                new FindingTable(database, json),
                new OpinionTable(database),
                new ReadingTable(database));
    }
}
