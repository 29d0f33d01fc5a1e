package org.openhall.storage.internal.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.api.log.Trail;
import org.openhall.api.storage.Later;
import org.openhall.api.storage.OutboxConsumer;
import org.openhall.api.storage.Transactions;
import org.openhall.storage.Database;
import org.openhall.storage.internal.OpenDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries the messages of one consumer, one after the other, while it holds the consumer's lease. For one thread. */
public final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** Longer than a delivery may take, so that nobody else starts while one is under way. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int BATCH = 50;

    /** Clocks of nodes differ by less. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    /** What waits is asked for again after a quarter of the time it has waited: soon, and for years without work. */
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final OutboxTable messages;
    private final LeaseTable leases;
    private final Clock clock;
    private final OutboxConsumer consumer;
    private final String holder;
    private final int tries;
    private Instant leasedUntil = Instant.MIN;

    public Courier(
            Transactions transactions,
            Database database,
            OpenDatabase open,
            Clock clock,
            OutboxConsumer consumer,
            String holder,
            int tries) {
        this.transactions = transactions;
        this.messages = new OutboxTable(database);
        this.leases = new LeaseTable(database);
        this.clock = clock;
        this.consumer = consumer;
        this.holder = holder;
        this.tries = tries;
    }

    /**
     * Carries what is due now.
     *
     * @return how many were delivered, failed or told to wait; 0 when nothing is due or another node holds the lease
     */
    public int carry() {
        Instant began = clock.instant();
        Instant never = began.plus(LONGEST_PAUSE).plus(SLACK);
        List<OutboxMessage> due = transactions.read(() -> messages.heads(consumer.name(), began, never, BATCH));
        Map<Long, Instant> waiting = new LinkedHashMap<>();
        int carried = 0;
        try {
            for (OutboxMessage message : due) {
                if (Thread.currentThread().isInterrupted() || !leased()) {
                    break;
                }
                Trail.put(Trail.MESSAGE, Long.toString(message.id()));
                deliver(message, waiting);
                Trail.clear();
                carried++;
            }
        } finally {
            Trail.clear();
            if (!waiting.isEmpty()) {
                transactions.run(() -> messages.postpone(waiting));
            }
        }
        return carried;
    }

    /** Lets another node take over at once. */
    public void rest() {
        if (leasedUntil.isAfter(clock.instant())) {
            transactions.run(() -> leases.giveBack(consumer.name(), holder));
            leasedUntil = Instant.MIN;
        }
    }

    private boolean leased() {
        Instant now = clock.instant();
        Instant until = now.plus(LEASE);
        if (leasedUntil.isAfter(now.plus(LONGEST_DELIVERY)) && !leasedUntil.isAfter(until)) {
            return true;
        }
        boolean taken = transactions.run(() -> leases.take(consumer.name(), holder, now, until, until.plus(SLACK)));
        leasedUntil = taken ? until : Instant.MIN;
        return taken;
    }

    private void deliver(OutboxMessage message, Map<Long, Instant> waiting) {
        try {
            consumer.deliver(message.subject(), message.payload());
        } catch (Later later) {
            LOG.debug("{} lets message {} wait: {}", consumer.name(), message.id(), later.getMessage());
            Instant now = clock.instant();
            waiting.put(message.id(), now.plus(wait(Duration.between(message.createdAt(), now))));
            return;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            failed(message, e);
            return;
        }
        transactions.run(() -> messages.delete(message.id()));
    }

    private void failed(OutboxMessage message, Throwable why) {
        int attempts = message.attempts() + 1;
        boolean parked = attempts >= tries;
        Instant next = clock.instant().plus(pause(attempts));
        // the text may name people: it stays in the database, the log names the kind
        String error = (why.getClass().getName() + ": " + why.getMessage()).replaceAll("[\\p{Cntrl}]", " ");
        transactions.run(() -> messages.failed(
                message.id(), attempts, next, parked, error.substring(0, Math.min(500, error.length()))));
        if (parked) {
            LOG.error(
                    "{} could not take message {} in {} tries; it is parked",
                    consumer.name(),
                    message.id(),
                    attempts,
                    why);
        } else {
            LOG.warn(
                    "{} did not take message {} (try {}): {}",
                    consumer.name(),
                    message.id(),
                    attempts,
                    why.getClass().getName());
        }
    }

    private static Duration wait(Duration age) {
        Duration wait = age.dividedBy(4);
        if (wait.compareTo(SHORTEST_WAIT) < 0) {
            return SHORTEST_WAIT;
        }
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** 1, 2, 4 … seconds. */
    private static Duration pause(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
