package org.openhall.catalogue.internal.door;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Bundles that could not be started, by their bytes, and when each is tried again: after pauses that grow. Safe for many threads. */
final class Failed {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Map<String, Try> next = new ConcurrentHashMap<>();

    private record Try(Instant at, Duration pause) {

        Try after(Instant now) {
            Duration twice = pause.multipliedBy(2);
            Duration longer = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
            return new Try(now.plus(longer), longer);
        }
    }

    /** It did not start; when it is tried again. */
    Instant failed(String sha256, Instant now) {
        return next.merge(sha256, new Try(now.plus(FIRST), FIRST), (known, first) -> known.after(now))
                .at();
    }

    /** It started. */
    void worked(String sha256) {
        next.remove(sha256);
    }

    /** Forgets all but these. */
    void keepOnly(Collection<String> needed) {
        next.keySet().retainAll(needed);
    }

    /** What is to be tried again. */
    Set<String> due(Instant now) {
        return next.entrySet().stream()
                .filter(entry -> !entry.getValue().at().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
