package org.openhall.storage.internal.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.openhall.api.metrics.Measure;
import org.openhall.api.metrics.Measure.Level;
import org.openhall.api.metrics.Measure.Sample;
import org.openhall.api.storage.Transactions;
import org.openhall.storage.Database;

/** How much lies in the outbox, as it was when somebody looked last. */
public final class OutboxDepth {

    /** A larger backlog is told as this one: looking must not take the longer the further behind the hall is. */
    private static final int MOST = 10_000;

    private static final double MILLIS = 1_000;

    private final Transactions transactions;
    private final OutboxTable messages;
    private final Clock clock;
    private volatile List<Depth> depths = List.of();

    private record Depth(String consumer, int waiting, int parked, Optional<Instant> due) {}

    public OutboxDepth(Transactions transactions, Database database, Clock clock) {
        this.transactions = transactions;
        this.messages = new OutboxTable(database);
        this.clock = clock;
    }

    /** Looks. */
    public void look(Iterable<String> consumers) {
        depths = transactions.read(() -> {
            List<Depth> found = new ArrayList<>();
            for (String consumer : consumers) {
                found.add(new Depth(
                        consumer,
                        messages.count(consumer, false, MOST),
                        messages.count(consumer, true, MOST),
                        messages.due(consumer)));
            }
            return found;
        });
    }

    /** What was seen. */
    public List<Measure> measures() {
        return List.of(
                level(
                        "hall_outbox_messages",
                        "Messages that are to be delivered, counted to ten thousand.",
                        Depth::waiting),
                level("hall_outbox_parked", "Messages that were given up and wait for a person.", Depth::parked),
                level("hall_outbox_behind_seconds", "For how long the next message has been due.", this::behind));
    }

    private double behind(Depth depth) {
        return depth.due()
                .map(due -> Math.max(0, Duration.between(due, clock.instant()).toMillis()) / MILLIS)
                .orElse(0.0);
    }

    private Level level(String name, String help, ToDoubleFunction<Depth> number) {
        return new Level(
                name,
                help,
                depths.stream()
                        .map(depth -> new Sample(Map.of("consumer", depth.consumer()), number.applyAsDouble(depth)))
                        .toList());
    }
}
