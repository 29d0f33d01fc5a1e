package org.openhall.storage.internal.outbox;

import java.time.Instant;

/** A message as it lies in the table. */
record OutboxMessage(long id, String subject, String payload, int attempts, Instant createdAt) {}
