package org.openhall.storage.internal.outbox;

import java.time.Instant;
import java.util.List;
import org.openhall.storage.Database;

/** The table outbox_lease: which node works off a consumer's messages. */
final class LeaseTable {

    private final Database database;

    LeaseTable(Database database) {
        this.database = database;
    }

    /**
     * Takes or prolongs a lease.
     *
     * @param until it is held
     * @param never no lease that was taken by this clock ends later: it is nobody's any more, because the clock went back
     */
    boolean take(String consumer, String holder, Instant now, Instant until, Instant never) {
        int mine = database.handle()
                .createUpdate("""
                        update outbox_lease set holder = :holder, until_at = :until
                        where consumer = :consumer and (holder = :holder or until_at < :now or until_at > :never)
                        """)
                .bind("holder", holder)
                .bind("until", until)
                .bind("consumer", consumer)
                .bind("now", now)
                .bind("never", never)
                .execute();
        return mine == 1
                || database.insertUnlessThere(
                        "outbox_lease",
                        List.of("consumer", "holder", "until_at"),
                        row -> row.bind("consumer", consumer)
                                .bind("holder", holder)
                                .bind("until_at", until));
    }

    void giveBack(String consumer, String holder) {
        database.handle()
                .createUpdate("delete from outbox_lease where consumer = :consumer and holder = :holder")
                .bind("consumer", consumer)
                .bind("holder", holder)
                .execute();
    }
}
