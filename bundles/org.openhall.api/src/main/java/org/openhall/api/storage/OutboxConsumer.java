package org.openhall.api.storage;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Works off its messages once for the whole hall. Registered as a service. One worker thread per consumer, on the node that holds the
 * consumer's lease; messages of one subject come in order; a message may come again after a crash.
 */
@ConsumerType
public interface OutboxConsumer {

    /**
     * The consumer's name.
     *
     * @return as given to {@link Outbox#append}
     */
    String name();

    /**
     * Does the work of one message, outside any transaction. May block for up to a minute.
     *
     * @param subject what the order is kept for
     * @param payload as appended
     * @throws Later when what it needs is away: it waits and comes again, as often as it takes
     * @throws RuntimeException to have it delivered again later; after the configured number of tries the message is parked and the later
     *     messages of the subject go on
     */
    void deliver(String subject, String payload);
}
