package org.openhall.catalogue.internal.running;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.item.Finding;
import org.openhall.item.Review;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether what item code answered makes sense; what does not is no answer. */
final class Sense {

    private static final Logger LOG = LoggerFactory.getLogger(Sense.class);
    private static final int MOST_FINDINGS = 100;
    private static final int LONGEST_POINTER = 300;
    private static final int LONGEST_ARGUMENTS = 1_500;
    private static final int LONGEST_OPINION = 2_000;
    private static final int LONGEST_KEY = 100;
    private static final int FRAMES = 5;

    private Sense() {}

    /** The findings in a list of our own; throws when there is none or it has holes. */
    static List<Finding> copy(List<Finding> findings) {
        return List.copyOf(findings.subList(0, Math.min(findings.size(), MOST_FINDINGS + 1)));
    }

    /** Why findings cannot be stored or said in words; "" when they can. */
    static String nonsense(ItemVersion version, String rule, List<Finding> findings) {
        String why = findings.size() > MOST_FINDINGS
                ? "it found more than " + MOST_FINDINGS + " things"
                : findings.stream()
                        .map(finding -> nonsense(version, finding))
                        .filter(said -> !said.isEmpty())
                        .findFirst()
                        .orElse("");
        if (!why.isEmpty()) {
            // not why: what it speaks of may quote answers
            LOG.warn("'{}' of {} found what has no text or is too long; it counts as not checked", rule, version);
        }
        return why;
    }

    private static String nonsense(ItemVersion version, Finding finding) {
        if (version.text("zh", finding.message()).isEmpty()) {
            return "it found '" + cut(finding.message()) + "', for which there is no text";
        }
        return finding.pointer().length() > LONGEST_POINTER
                        || finding.arguments().stream().mapToInt(String::length).sum() > LONGEST_ARGUMENTS
                ? "it found something with a pointer or arguments that are too long"
                : "";
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_KEY));
    }

    /** The review when its outcome is one of the step, its opinion cut to what is kept. */
    static Optional<Review> of(ItemVersion version, String id, Review review) {
        Optional<Step> step = Optional.ofNullable(version.definition().steps().get(id));
        boolean sound = review.outcome()
                .map(outcome -> step.map(Step::outcomes)
                        .filter(outcomes -> outcomes.containsKey(outcome))
                        .isPresent())
                .orElse(true);
        if (!sound) {
            LOG.warn("The step '{}' of {} took an outcome that it does not have", id, version);
            return Optional.empty();
        }
        String opinion = review.opinion();
        return Optional.of(
                new Review(review.outcome(), opinion.substring(0, Math.min(opinion.length(), LONGEST_OPINION))));
    }

    /** A failure as text: its class and where it happened, without its message. */
    static String trace(Throwable failure) {
        return failure.getClass().getName()
                + Arrays.stream(failure.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> " at " + frame)
                        .collect(Collectors.joining());
    }
}
