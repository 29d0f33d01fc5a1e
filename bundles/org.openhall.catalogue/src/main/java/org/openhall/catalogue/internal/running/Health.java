package org.openhall.catalogue.internal.running;

import java.util.Optional;

/**
 * How the code of a running version is.
 *
 * @param failures calls that threw, answered nonsense or were given up since it was started
 * @param lost threads that have not come back
 * @param limit of them at which the breaker opens
 * @param open whether the breaker is open
 * @param threads that its code started and left running
 * @param lastFailure what failed last
 */
public record Health(long failures, int lost, int limit, boolean open, int threads, Optional<String> lastFailure) {}
