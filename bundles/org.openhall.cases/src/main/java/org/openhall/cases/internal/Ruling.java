package org.openhall.cases.internal;

import java.time.Instant;
import org.openhall.api.catalogue.Version;

/**
 * Who takes an outcome, why and when.
 *
 * @param actor an official or the hall itself
 * @param opinion in words; may be empty
 * @param version of the item that ran
 * @param at when
 */
record Ruling(Actor actor, String opinion, Version version, Instant at) {}
