package org.openhall.api.storage;

import org.osgi.annotation.versioning.ProviderType;

/** Work that follows from a change, written in the same transaction and done later, at least once. */
@ProviderType
public interface Outbox {

    /**
     * Adds a message for one consumer.
     *
     * @param consumer name of the {@link OutboxConsumer}
     * @param subject what the order is kept for, usually a case number
     * @param payload JSON with all the consumer needs, at most 64 KiB
     * @throws IllegalStateException without a transaction
     */
    void append(String consumer, String subject, String payload);
}
