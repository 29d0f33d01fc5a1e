package org.openhall.bench.deploy;

import java.time.Duration;
import org.openhall.bench.item.ItemVersion;

/**
 * One exchange.
 *
 * @param number from 1
 * @param way by which
 * @param kind what it was
 * @param version that was offered or gone back to
 * @param took from the offer to the hall's answer
 */
public record Exchange(int number, String way, Kind kind, ItemVersion version, Duration took) {}
