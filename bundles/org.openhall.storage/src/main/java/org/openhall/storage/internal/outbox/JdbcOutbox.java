package org.openhall.storage.internal.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.openhall.api.storage.Outbox;
import org.openhall.api.storage.Transactions;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The outbox as a table, written in the transaction of the change. */
@Component
public final class JdbcOutbox implements Outbox {

    private static final int LARGEST = 65_536;

    private final Transactions transactions;
    private final OutboxTable messages;
    private final Clock clock;
    private final Bell bell;

    @Activate
    public JdbcOutbox(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Clock clock,
            @Reference Bell bell) {
        this.transactions = transactions;
        this.messages = new OutboxTable(database);
        this.clock = clock;
        this.bell = bell;
    }

    @Override
    public void append(String consumer, String subject, String payload) {
        if (payload.length() > LARGEST || payload.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new IllegalArgumentException("A message of the outbox holds at most 64 KiB");
        }
        transactions.afterCommit(() -> bell.ring(consumer));
        messages.append(consumer, subject, payload, clock.instant());
    }
}
