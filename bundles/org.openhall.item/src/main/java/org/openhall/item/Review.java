package org.openhall.item;

import java.util.Objects;
import java.util.Optional;

/**
 * The answer of a {@link ReviewStep}.
 *
 * @param outcome the outcome of the step to take, as named in {@code item.yaml}; empty when an official shall decide
 * @param opinion what is written into the history, in plain words; may be empty, at most 2,000 characters are kept
 */
public record Review(Optional<String> outcome, String opinion) {

    public Review {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(opinion, "opinion");
    }

    /**
     * Takes an outcome.
     *
     * @param outcome the outcome's name in {@code item.yaml}
     * @param opinion what is written into the history
     * @return the answer
     */
    public static Review take(String outcome, String opinion) {
        return new Review(Optional.of(outcome), opinion);
    }

    /**
     * Leaves the task open for the official of its post.
     *
     * @param opinion why
     * @return the answer
     */
    public static Review leaveToOfficial(String opinion) {
        return new Review(Optional.empty(), opinion);
    }
}
