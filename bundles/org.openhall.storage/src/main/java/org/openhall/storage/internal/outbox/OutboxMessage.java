package org.openhall.storage.internal.outbox;

/** A message as it lies in the table. */
record OutboxMessage(long id, String subject, String payload, int attempts) {}
