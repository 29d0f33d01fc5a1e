package org.openhall.storage.testing;

import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.openhall.api.json.Json;
import org.openhall.api.storage.Outbox;
import org.openhall.api.storage.OutboxConsumer;
import org.openhall.api.storage.Requests;
import org.openhall.api.storage.Transactions;
import org.openhall.storage.Database;
import org.openhall.storage.internal.BoundTransactions;
import org.openhall.storage.internal.DatabaseAddress;
import org.openhall.storage.internal.JacksonJson;
import org.openhall.storage.internal.OpenDatabase;
import org.openhall.storage.internal.outbox.Bell;
import org.openhall.storage.internal.outbox.Courier;
import org.openhall.storage.internal.outbox.JdbcOutbox;
import org.openhall.storage.internal.requests.JdbcRequests;

/** The hall's storage over an empty, migrated database of its own, without OSGi and without threads. */
public final class TestStorage implements AutoCloseable {

    private static final int POOL = 12;
    private static final int TRIES = 3;

    static {
        for (String noisy : new String[] {"org.flywaydb", "com.zaxxer.hikari"}) {
            String key = "org.slf4j.simpleLogger.log." + noisy;
            System.setProperty(key, System.getProperty(key, "error"));
        }
    }

    private final OpenDatabase open;
    private final PlanWatch watch;
    private final Runnable cleanUp;
    private final TestClock clock = new TestClock();
    private final BoundTransactions transactions;
    private final Database database;
    private final JdbcOutbox outbox;
    private final JdbcRequests requests;
    private final JacksonJson json = new JacksonJson();

    private TestStorage(OpenDatabase open, PlanWatch watch, Runnable cleanUp) {
        this.open = open;
        this.watch = watch;
        this.cleanUp = cleanUp;
        transactions = new BoundTransactions(open);
        database = watch.watching(transactions);
        outbox = new JdbcOutbox(transactions, database, clock, new Bell());
        requests = new JdbcRequests(transactions, database, clock);
    }

    /** On H2 in memory. */
    public static TestStorage onH2() {
        return at(new DatabaseAddress("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", POOL, 3_000));
    }

    /** At any address; nothing is cleaned up. */
    public static TestStorage at(DatabaseAddress address) {
        PlanWatch watch = address.url().startsWith("jdbc:h2:") ? Plans.onH2() : Plans.onPostgres();
        return at(address, watch, () -> {});
    }

    private static TestStorage at(DatabaseAddress address, PlanWatch watch, Runnable cleanUp) {
        return new TestStorage(OpenDatabase.open(address), watch, cleanUp);
    }

    /** On a schema of its own in a PostgreSQL; the test is skipped, saying what to install, when there is none. */
    public static TestStorage onPostgres() {
        PostgresSchema schema = emptySchema();
        return at(schema.address(POOL), Plans.onPostgres(), schema::drop);
    }

    /** An empty schema of its own in a PostgreSQL, to be dropped by the test; it is skipped when there is none. */
    public static PostgresSchema emptySchema() {
        PostgresServer server = PostgresServer.shared()
                .orElseGet(() -> Assumptions.abort("No PostgreSQL: " + PostgresServer.HOW_TO_HAVE_ONE));
        String name = "t_" + UUID.randomUUID().toString().replace("-", "");
        return new PostgresSchema(server, name).made();
    }

    public Transactions transactions() {
        return transactions;
    }

    /** Watched: a test fails at its end when a Table class has sent a statement that reads a large table from end to end. */
    public Database database() {
        return database;
    }

    public Requests requests() {
        return requests;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Json json() {
        return json;
    }

    public TestClock clock() {
        return clock;
    }

    /** What the components of storage itself are built on. */
    public OpenDatabase open() {
        return open;
    }

    /** Forgets requests older than 48 hours. */
    public void forgetOldRequests() {
        requests.forgetOld();
    }

    /**
     * Works off what is due, on this thread and as the workers do it: what fails waits (advance the clock) and is parked after three tries.
     * Goes on until nothing is due for any of the consumers, so a message that follows from another is delivered too.
     *
     * @return how many deliveries were tried
     */
    public int deliverNow(OutboxConsumer... consumers) {
        int all = 0;
        int round;
        do {
            round = 0;
            for (OutboxConsumer consumer : consumers) {
                round += courier(consumer, "test").carry();
            }
            all += round;
        } while (round > 0);
        return all;
    }

    /** A courier as a node of this name has it. */
    public Courier courier(OutboxConsumer consumer, String node) {
        return new Courier(transactions, database, open, clock, consumer, node, TRIES);
    }

    @Override
    public void close() {
        open.close();
        cleanUp.run();
        watch.check();
    }
}
