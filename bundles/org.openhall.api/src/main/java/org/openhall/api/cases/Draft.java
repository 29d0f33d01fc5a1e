package org.openhall.api.cases;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.openhall.api.catalogue.Version;
import org.openhall.item.Answers;

/**
 * An application that is not filed yet.
 *
 * @param id never reused
 * @param item key
 * @param implementation code
 * @param version the version it was opened on or moved to
 * @param account who fills it in
 * @param party for whom
 * @param answers so far
 * @param revision grows by one with each change
 * @param updatedAt when it was last changed
 * @param filedAs number of the case it became
 */
public record Draft(
        long id,
        String item,
        String implementation,
        Version version,
        long account,
        long party,
        Answers answers,
        long revision,
        Instant updatedAt,
        Optional<String> filedAs) {

    public Draft {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(implementation, "implementation");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(answers, "answers");
        Objects.requireNonNull(updatedAt, "updatedAt");
        Objects.requireNonNull(filedAs, "filedAs");
    }
}
