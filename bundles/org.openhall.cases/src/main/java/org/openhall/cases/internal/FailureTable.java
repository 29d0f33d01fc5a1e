package org.openhall.cases.internal;

import java.time.Instant;
import java.util.List;
import org.openhall.storage.Database;

/** Wrong tries to follow a case without signing in, by address. */
final class FailureTable {

    private final Database database;

    FailureTable(Database database) {
        this.database = database;
    }

    /**
     * When this address was wrong after an instant, last first; no more than asked for.
     *
     * @param until what was written later was written by a clock that has gone back since; nobody waits for that
     */
    List<Instant> last(String address, Instant since, Instant until, int most) {
        return database.handle()
                .createQuery("select at from progress_failure where address = :address and at > :since and at <= :until"
                        + " order by at desc limit :most")
                .bind("address", address)
                .bind("since", since)
                .bind("until", until)
                .bind("most", most)
                .map((row, context) -> CaseTable.instant(row, "at").orElseThrow())
                .list();
    }

    /** Adds one, and forgets a few that are too old to matter. */
    void add(String address, Instant at, Instant forget) {
        database.handle()
                .createUpdate("insert into progress_failure (address, at) values (:address, :at)")
                .bind("address", address)
                .bind("at", at)
                .execute();
        database.handle()
                .createUpdate("delete from progress_failure where id in"
                        + " (select id from progress_failure where at < :forget order by at, id limit 100)")
                .bind("forget", forget)
                .execute();
    }
}
