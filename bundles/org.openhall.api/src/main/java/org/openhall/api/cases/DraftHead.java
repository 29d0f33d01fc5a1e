package org.openhall.api.cases;

import java.time.Instant;
import java.util.Objects;
import org.openhall.api.catalogue.Version;

/**
 * A draft in one line, without its answers.
 *
 * @param id never reused
 * @param item key
 * @param implementation code
 * @param version the version it was opened on or moved to
 * @param party for whom
 * @param revision grows by one with each change
 * @param updatedAt when it was last changed
 */
public record DraftHead(
        long id, String item, String implementation, Version version, long party, long revision, Instant updatedAt) {

    public DraftHead {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(implementation, "implementation");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(updatedAt, "updatedAt");
    }
}
