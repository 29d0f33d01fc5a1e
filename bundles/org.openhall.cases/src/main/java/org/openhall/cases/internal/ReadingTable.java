package org.openhall.cases.internal;

import java.time.Instant;
import org.openhall.storage.Database;

/** Who opened which case. Rows are only ever added. */
final class ReadingTable {

    private final Database database;

    ReadingTable(Database database) {
        this.database = database;
    }

    /** Whether this reader opened the case after an instant. */
    boolean knows(long caseId, long account, Instant since) {
        return database.handle()
                        .createQuery("select count(*) from case_reading where case_id = :case and account_id = :account"
                                + " and at > :since")
                        .bind("case", caseId)
                        .bind("account", account)
                        .bind("since", since)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    void add(long caseId, long account, Instant at) {
        database.handle()
                .createUpdate("insert into case_reading (case_id, account_id, at) values (:case, :account, :at)")
                .bind("case", caseId)
                .bind("account", account)
                .bind("at", at)
                .execute();
    }
}
